using PolicyBot.Knowledge.Calendars;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Calendars;

public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void A_year_has_as_many_days_off_and_days_worked_for_them_as_its_notice_names(int year, int off, int worked)
    {
        var days = Enumerable.Range(0, 365).Select(new DateOnly(year, 1, 1).AddDays).ToList();
        var text = File.ReadAllText(Repository.Path("knowledge", "calendar", $"{year}.yaml"));

        Assert.True(RealKnowledge.Calendar.Knows(year));
        Assert.Equal(worked, days.Count(day => IsWeekend(day) && RealKnowledge.Calendar.IsWorkingDay(day)));
        Assert.Equal(off, days.Count(day => !RealKnowledge.Calendar.IsWorkingDay(day) && InHoliday(text, day)));
        Assert.False(RealKnowledge.Calendar.Knows(2027));
    }

    [Fact]
    public void Every_holiday_has_working_days_on_both_sides_of_it_and_none_inside()
    {
        Assert.False(RealKnowledge.Calendar.IsWorkingDay(new DateOnly(2026, 2, 16)));
        Assert.True(RealKnowledge.Calendar.IsWorkingDay(new DateOnly(2026, 2, 14)));
        Assert.True(RealKnowledge.Calendar.IsWorkingDay(new DateOnly(2026, 2, 24)));
        Assert.False(RealKnowledge.Calendar.IsWorkingDay(new DateOnly(2025, 10, 8)));
        Assert.True(RealKnowledge.Calendar.IsWorkingDay(new DateOnly(2025, 10, 11)));
    }

    [Fact]
    public void Beyond_the_notices_only_the_week_counts_and_it_is_said()
    {
        Assert.Equal(new WorkDay(new DateOnly(2027, 10, 4), HolidaysUnknown: true), RealKnowledge.Calendar.Add(new DateOnly(2027, 9, 30), 2));
        Assert.Equal(new WorkDay(new DateOnly(2026, 10, 9), HolidaysUnknown: false), RealKnowledge.Calendar.Add(new DateOnly(2026, 9, 30), 2));
    }

    [Theory]
    [InlineData("worked: [2030-01-05]", "worked: [2030-01-07]", "no weekend day")]
    [InlineData("worked: [2030-01-05]", "worked: [2029-01-06]", "no day of 2030")]
    [InlineData("to: 2030-01-03", "to: 2029-12-31", "no day of 2030")]
    [InlineData("source: https://example.org", "", "'source' is missing")]
    [InlineData("year: 2030", "year: 2030\nextra: 1", "'extra' is not known")]
    public void A_calendar_that_cannot_be_right_is_refused(string said, string changed, string message)
    {
        using var folder = new TemporaryFolder();
        const string Right =
            """
            year: 2030
            notice: a notice
            published: 2029-11-01
            source: https://example.org
            checkedAgainst: another copy
            off:
              - { name: 元旦, from: 2030-01-01, to: 2030-01-03 }
            worked: [2030-01-05]
            """;
        File.WriteAllText(Path.Combine(folder.Path, "2030.yaml"), Right);
        Assert.True(WorkCalendar.Load(folder.Path).Knows(2030));

        File.WriteAllText(Path.Combine(folder.Path, "2030.yaml"), Right.Replace(said, changed, StringComparison.Ordinal));
        var refused = Assert.Throws<PolicyFormatException>(() => WorkCalendar.Load(folder.Path));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static bool InHoliday(string text, DateOnly day) => text.Split('\n').Where(line => line.Contains("from:", StringComparison.Ordinal)).Any(line =>
        DateOnly.Parse(line.Split("from: ")[1][..10]) <= day && day <= DateOnly.Parse(line.Split("to: ")[1][..10]));
}
