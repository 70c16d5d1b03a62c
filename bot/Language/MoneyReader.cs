using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Bot.Language;

/// <summary>Reads amounts in yuan: 20000, 2万, 两万三, 2.3万元, ￥12,000.50, 三千五, 12块5.</summary>
public static partial class MoneyReader
{
    public const string Unreadable = "money.unreadable";

    /// <summary>
    /// The amount with a point and at most two decimals. 大概, 左右 and 多 do not count (两万多 is 20000): the amount is for an estimate.
    /// </summary>
    public static Recognized Read(string? text)
    {
        var folded = Typed.Value(text).Replace("人民币", "", StringComparison.Ordinal).Replace("rmb", "", StringComparison.Ordinal);
        var matches = Amount().Matches(GroupComma().Replace(folded, "").Replace(" ", "", StringComparison.Ordinal));
        if (matches.Count != 1)
            return Recognized.Wrong(Unreadable);
        var match = matches[0];
        if (match.Index > 0 && match.Groups["sign"].Length > 0)
            return Recognized.Wrong(Unreadable);
        var yuan = ChineseNumber.Parse(match.Groups["yuan"].Value);
        if (yuan is null || match.Groups["sign"].Length > 0)
            return Recognized.Wrong(Unreadable);
        var amount = decimal.Round(yuan.Value + Part(match, "jiao", 0.1m) + Part(match, "fen", 0.01m), 2);
        return Recognized.As(amount.ToString("0.##", CultureInfo.InvariantCulture));
    }

    private static decimal Part(Match match, string name, decimal unit) =>
        match.Groups[name].Success ? (ChineseNumber.Parse(match.Groups[name].Value) ?? 0) * unit : 0;

    [GeneratedRegex(@"(?<=\d),(?=\d{3})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GroupComma();

    [GeneratedRegex(
        @"(?<![几数百千万亿])(?<sign>-?)(?<yuan>[\d零一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾][\d.零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟kw]*)多?[元块圆]?(?:(?<=[元块圆])(?<jiao>[\d一二两三四五六七八九])[角毛]?(?:(?<fen>[\d一二两三四五六七八九])分?)?)?",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Amount();
}
