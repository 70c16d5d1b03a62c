using System.Globalization;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Knowledge.Calendars;

/// <summary>Working days (工作日) in China: the week, and what the State Council publishes for each year, a file a year.</summary>
public sealed class WorkCalendar
{
    private readonly HashSet<int> years;
    private readonly HashSet<DateOnly> off;
    private readonly HashSet<DateOnly> worked;

    private WorkCalendar(HashSet<int> years, HashSet<DateOnly> off, HashSet<DateOnly> worked) =>
        (this.years, this.off, this.worked) = (years, off, worked);

    /// <summary>Reads every file of a folder; each names its source.</summary>
    /// <exception cref="PolicyFormatException">A file cannot be used; says where and why.</exception>
    public static WorkCalendar Load(string directory)
    {
        var (years, off, worked) = (new HashSet<int>(), new HashSet<DateOnly>(), new HashSet<DateOnly>());
        foreach (var file in Directory.EnumerateFiles(directory, "*.yaml").Order(StringComparer.Ordinal))
        {
            var map = YamlMap.Load(file);
            var year = map.Number("year") ?? throw map.Error("'year' is missing");
            foreach (var said in new[] { "notice", "published", "source", "checkedAgainst" })
            {
                _ = map.Text(said);
            }

            if (!years.Add(year))
            {
                throw map.Error("year", string.Create(CultureInfo.InvariantCulture, $"{year} is told twice"));
            }

            foreach (var holiday in map.Maps("off"))
            {
                _ = holiday.Text("name");
                off.UnionWith(Days(holiday, year));
                holiday.Finish();
            }

            foreach (var day in map.Texts("worked").Select(text => Day(map, "worked", text, year)))
            {
                worked.Add(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !off.Contains(day)
                    ? day
                    : throw map.Error("worked", string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is no weekend day, or is off")));
            }

            map.Finish();
        }

        return new WorkCalendar(years, off, worked);
    }

    /// <summary>Whether the State Council's notice for the year is here; else only the week is known.</summary>
    public bool Knows(int year) => years.Contains(year);

    public bool IsWorkingDay(DateOnly day) =>
        worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(day));

    /// <summary>The day on which so many working days are over, counted from the day after.</summary>
    public WorkDay Add(DateOnly from, int workingDays)
    {
        var day = from;
        var known = true;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            known &= Knows(day.Year);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return new WorkDay(day, HolidaysUnknown: !known);
    }

    private static IEnumerable<DateOnly> Days(YamlMap map, int year)
    {
        var (first, last) = (Day(map, "from", map.Text("from"), year), Day(map, "to", map.Text("to"), year));
        if (last < first)
        {
            throw map.Error("'to' is before 'from'");
        }

        return Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
    }

    private static DateOnly Day(YamlMap map, string key, string text, int year) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year == year
            ? day
            : throw map.Error(key, string.Create(CultureInfo.InvariantCulture, $"'{text}' is no day of {year}"));
}

/// <param name="HolidaysUnknown">Some of the days counted lie in a year of which only the weekends are known.</param>
public readonly record struct WorkDay(DateOnly Day, bool HolidaysUnknown);
