namespace PolicyBot.Bot.Language;

/// <summary>Numbers as they are spoken: 两万三, 三千五百, 1万2, 二十一.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>The value of the whole text, or null. A last digit without a unit counts for the next smaller unit (两万三 is 23000).</summary>
    public static decimal? Parse(string text)
    {
        decimal total = 0, section = 0, unit = 0;
        decimal? digit = null;
        var afterZero = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c) || (c == '.' && i > 0))
            {
                var start = i;
                while (i + 1 < text.Length && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] == '.'))
                    i++;
                if (digit is not null || i - start > 14 || !Plain(text[start..(i + 1)], out var plain))
                    return null;
                digit = plain;
            }
            else if (DigitOf(c) is { } spoken)
            {
                if (spoken == 0 && digit is null && i > 0)
                {
                    afterZero = true;
                    continue;
                }
                if (digit is not null)
                    return null;
                digit = spoken;
            }
            else if (UnitOf(c) is { } next)
            {
                if (next >= 10_000)
                {
                    total = (total + section + (digit ?? (section == 0 ? 1 : 0))) * next;
                    section = 0;
                }
                else
                {
                    section += (digit ?? 1) * next;
                }
                (digit, unit, afterZero) = (null, next, false);
                if (total > Largest)
                    return null;
            }
            else
            {
                return null;
            }
        }
        if (digit is null)
            return text.Length > 0 ? total + section : null;
        // 两万三 is 23,000 and 一百零三 is 103; 2万3500 is 23,500.
        var last = unit > 10 && !afterZero && digit < 10 && digit == decimal.Truncate(digit.Value) ? digit.Value * unit / 10 : digit.Value;
        return total + section + last;
    }

    /// <summary>The value of one spoken digit, or null.</summary>
    public static int? DigitOf(char c) => c switch
    {
        '两' or '俩' => 2,
        '仨' => 3,
        '幺' => 1,
        _ => Digits.IndexOf(c) is >= 0 and var value ? value : "壹贰叁肆伍陆柒捌玖".IndexOf(c) is >= 0 and var formal ? formal + 1 : null,
    };

    private static decimal? UnitOf(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' or 'k' => 1000,
        '万' or 'w' => 10_000,
        '亿' => 100_000_000,
        _ => null,
    };

    private static bool Plain(string text, out decimal value) => decimal.TryParse(
        text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out value);
}
