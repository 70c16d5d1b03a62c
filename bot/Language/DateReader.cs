using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Bot.Language;

/// <summary>Reads days: 今天, 下周一, 下个月1号, 12月1日, 2026年12月1日, 2026-12-1, 20261201, 十二月一号.</summary>
public static partial class DateReader
{
    public const string Impossible = "date.impossible";
    public const string Unreadable = "date.unreadable";

    private const string Digit = "[\\d零一二三四五六七八九]";
    private const string Number = "[\\d零一二两三四五六七八九十廿卅初]{1,4}";

    /// <summary>
    /// The day as 2026-12-01. A month and a day without a year are the next such day from <paramref name="today"/> on; a day of the
    /// past is returned, whether it is allowed is for the caller to say. Two different days in one text are not readable.
    /// </summary>
    public static Recognized Read(string? text, DateOnly today)
    {
        var folded = Typed.Value(text).Replace(" ", "", StringComparison.Ordinal);
        if (folded.Length == 0)
            return Recognized.Wrong(Unreadable);
        var found = new List<Recognized>();
        folded = Take(folded, YearMonthDay(), found, match => Exact(YearOf(match), Part(match, "m"), Part(match, "d")));
        folded = Take(folded, Compact(), found, match => Exact(Part(match, "y"), Part(match, "m"), Part(match, "d")));
        folded = Take(folded, RelativeMonth(), found, match => InMonth(match, today));
        folded = Take(folded, MonthDay(), found, match => Next(Part(match, "m"), Part(match, "d"), match.Groups["year"].Value, today));
        folded = Take(folded, Weekday(), found, match => RelativeDays.OnWeekday(match, today));
        folded = Take(folded, Later(), found, match => RelativeDays.After(match, today));
        folded = Take(folded, Named(), found, match => RelativeDays.Named(match.Value, today));
        if (found.Count == 0)
            Take(folded, DayOnly(), found, match => NextDay(Part(match, "d"), today));
        return found.Distinct().ToList() is [var only] ? only : Recognized.Wrong(Unreadable);
    }

    private static string Take(string text, Regex pattern, List<Recognized> found, Func<Match, Recognized> read) =>
        pattern.Replace(text, match =>
        {
            found.Add(read(match));
            return "|";
        });

    private static int YearOf(Match match)
    {
        var year = match.Groups["y"].Value;
        var value = 0;
        foreach (var c in year)
            value = (value * 10) + (char.IsAsciiDigit(c) ? c - '0' : ChineseNumber.DigitOf(c) ?? 0);
        return year.Length == 2 ? 2000 + value : value;
    }

    private static int Part(Match match, string name)
    {
        var text = match.Groups[name].Value.TrimStart('初').Replace("廿", "二十", StringComparison.Ordinal).Replace("卅", "三十", StringComparison.Ordinal);
        return (int)(ChineseNumber.Parse(text) ?? -1);
    }

    private static Recognized Exact(int year, int month, int day) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Of(new DateOnly(year, month, day))
            : Recognized.Wrong(Impossible);

    private static Recognized Next(int month, int day, string yearWord, DateOnly today)
    {
        if (yearWord.Length > 0)
            return Exact(today.Year + YearOffset(yearWord), month, day);
        // 29 February waits for the next leap year; 30 February never comes.
        for (var year = today.Year; year <= today.Year + 8; year++)
        {
            if (Exact(year, month, day) is { Value: not null } next && new DateOnly(year, month, day) >= today)
                return next;
        }
        return Recognized.Wrong(Impossible);
    }

    private static int YearOffset(string word) => word switch
    {
        "明年" or "来年" => 1,
        "后年" => 2,
        "去年" => -1,
        "前年" => -2,
        _ => 0,
    };

    private static Recognized InMonth(Match match, DateOnly today)
    {
        var offset = match.Groups["which"].Value switch
        {
            "下下" => 2,
            "下" => 1,
            "上" => -1,
            _ => 0,
        };
        var month = today.AddMonths(offset);
        var day = match.Groups["end"].Success ? DateTime.DaysInMonth(month.Year, month.Month) : Part(match, "d");
        return Exact(month.Year, month.Month, day);
    }

    private static Recognized NextDay(int day, DateOnly today)
    {
        for (var offset = 0; offset <= 2; offset++)
        {
            var month = today.AddMonths(offset);
            if (Exact(month.Year, month.Month, day) is { Value: not null } next && new DateOnly(month.Year, month.Month, day) >= today)
                return next;
        }
        return Recognized.Wrong(Impossible);
    }

    internal static Recognized Of(DateOnly day) => Recognized.As(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [GeneratedRegex($@"(?<y>{Digit}{{4}}|{Digit}{{2}}(?=年))(?:年|[-./])(?<m>{Number})(?:月|[-./])(?:份)?(?<d>{Number})[日号]?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compact();

    [GeneratedRegex($"(?<which>下下|下|上|这|本)个?月(?:(?<end>底|末)|(?<d>{Number})[日号]?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RelativeMonth();

    [GeneratedRegex($@"(?<year>今年|明年|来年|后年|去年|前年)?(?:的)?(?<![\d.])(?:(?<m>{Number})月(?:份)?的?(?<d>{Number})[日号]?|(?<m>\d{{1,2}})[-./](?<d>\d{{1,2}})(?![\d.])[日号]?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthDay();

    [GeneratedRegex("(?<which>下下个?|下个?|上个?|这个?|本)?(?:周|星期|礼拜)(?<day>[一二三四五六日天末1-7])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?:再过|过|再|等)(?<n>[\d一二两俩三四五六七八九十半]{1,3})(?<unit>天|个?星期|个?礼拜|周|个月|年)(?:以?后|之后)?|(?<n>[\d一二两俩三四五六七八九十半]{1,3})(?<unit>天|日|个?星期|个?礼拜|周|个月|年)(?:以?后|之后|之?前|以前)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Later();

    [GeneratedRegex("大后天|大前天|今天|今日|今儿个?|今早|今晚|明天|明日|明儿个?|明早|明晚|后天|后儿个?|昨天|昨日|昨儿个?|昨晚|前天|前儿个?|现在|马上|立刻|即日|当天|当日|月底|月末|年底|年末", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex($"(?<d>{Number})[日号](?!楼|线|院)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayOnly();
}
