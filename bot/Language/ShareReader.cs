using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Bot.Language;

/// <summary>Reads shares: 85%, 百分之八十五, 八成五, 0.85 and, since nobody means 85 times, 85 alone.</summary>
public static partial class ShareReader
{
    public const string Unreadable = "share.unreadable";
    public const string Range = "share.range";

    /// <summary>The share from 0 to 1. A bare number above 1 is a percentage; a bare 1 is refused, it may be 1 % or all.</summary>
    public static Recognized Read(string? text)
    {
        var folded = Typed.Value(text).Replace(" ", "", StringComparison.Ordinal).Replace('﹪', '%').Replace('٪', '%');
        if (folded.Contains('-', StringComparison.Ordinal))
            return Recognized.Wrong(Unreadable);
        if (Tenths().Match(folded) is { Success: true } tenths)
            return Share(ChineseNumber.Parse(tenths.Groups["tens"].Value), 0.1m, ChineseNumber.Parse(tenths.Groups["ones"].Value.Replace('半', '5')), 0.01m);
        if (PerHundred().Match(folded) is { Success: true } percent)
            return Share(ChineseNumber.Parse(percent.Groups["n"].Value.Replace('点', '.')) ?? Spoken(percent.Groups["n"].Value), 0.01m);
        if (Bare().Matches(folded) is not [var bare] || ChineseNumber.Parse(bare.Value) is not { } value || value == 1)
            return Recognized.Wrong(Unreadable);
        return Share(value, value < 1 ? 1m : 0.01m);
    }

    /// <summary>八十五点五.</summary>
    private static decimal? Spoken(string number)
    {
        var parts = number.Split('点');
        if (parts.Length != 2 || parts[1].Length != 1)
            return null;
        return ChineseNumber.Parse(parts[0]) + (ChineseNumber.DigitOf(parts[1][0]) / 10m);
    }

    private static Recognized Share(decimal? value, decimal unit, decimal? rest = null, decimal restUnit = 0)
    {
        if (value is null)
            return Recognized.Wrong(Unreadable);
        var share = (value.Value * unit) + ((rest ?? 0) * restUnit);
        return share is >= 0 and <= 1 ? Recognized.As(share.ToString("0.####", CultureInfo.InvariantCulture)) : Recognized.Wrong(Range);
    }

    [GeneratedRegex(@"(?<tens>[\d一二两三四五六七八九十]+)成(?<ones>[\d一二两三四五六七八九半]?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tenths();

    [GeneratedRegex(@"百分之(?<n>[\d.零一二两三四五六七八九十百点]+)|(?<n>\d+(?:\.\d+)?)(?:%|个?百分点|个点)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PerHundred();

    [GeneratedRegex(@"\d+(?:\.\d+)?|[零一二两三四五六七八九十百]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bare();
}
