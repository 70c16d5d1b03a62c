using System.Text.RegularExpressions;

namespace PolicyBot.Bot.Language;

/// <summary>Days that are named from today: 大后天, 下周一, 三天后.</summary>
internal static class RelativeDays
{
    private const string Weekdays = "一二三四五六日";

    public static Recognized Named(string word, DateOnly today) => DateReader.Of(word[..Math.Min(word.Length, 2)] switch
    {
        "大后" => today.AddDays(3),
        "大前" => today.AddDays(-3),
        "明天" or "明日" or "明儿" or "明早" or "明晚" => today.AddDays(1),
        "后天" or "后儿" => today.AddDays(2),
        "昨天" or "昨日" or "昨儿" or "昨晚" => today.AddDays(-1),
        "前天" or "前儿" => today.AddDays(-2),
        "月底" or "月末" => new DateOnly(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month)),
        "年底" or "年末" => new DateOnly(today.Year, 12, 31),
        _ => today,
    });

    /// <summary>The week begins on Monday. 周三 alone is the next one, today included; 这周三 may be past.</summary>
    public static Recognized OnWeekday(Match match, DateOnly today)
    {
        var name = match.Groups["day"].Value[0];
        var day = name switch
        {
            '天' => 6,
            '末' => 5,
            >= '1' and <= '7' => name - '1',
            _ => Weekdays.IndexOf(name),
        };
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var which = match.Groups["which"].Value;
        if (which.Length == 0)
            return DateReader.Of(monday.AddDays(day) is var next && next < today ? next.AddDays(7) : next);
        var weeks = which.StartsWith("下下", StringComparison.Ordinal) ? 2 : which[0] switch
        {
            '下' => 1,
            '上' => -1,
            _ => 0,
        };
        return DateReader.Of(monday.AddDays((weeks * 7) + day));
    }

    public static Recognized After(Match match, DateOnly today)
    {
        var text = match.Groups["n"].Value;
        if (text == "半" && match.Groups["unit"].Value.EndsWith('月'))
            return DateReader.Of(today.AddDays(15));
        if (ChineseNumber.Parse(text) is not { } number || number != decimal.Truncate(number))
            return Recognized.Wrong(DateReader.Unreadable);
        var count = (int)number * (match.Value.EndsWith('前') ? -1 : 1);
        return DateReader.Of(match.Groups["unit"].Value switch
        {
            "天" or "日" => today.AddDays(count),
            "年" => today.AddYears(count),
            var unit when unit.EndsWith('月') => today.AddMonths(count),
            _ => today.AddDays(7 * count),
        });
    }
}
