namespace PolicyBot.Adapters.Filings;

/// <summary>Calendar days in China, which has one time zone, eight hours ahead and without summer time.</summary>
public static class ChinaTime
{
    public static DateOnly Today(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DayOf(clock.GetUtcNow());
    }

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(8));
}
