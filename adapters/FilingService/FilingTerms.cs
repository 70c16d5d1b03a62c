using PolicyBot.Knowledge.Calendars;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Days that follow from what the guide says of a filing.</summary>
internal static class FilingTerms
{
    /// <summary>Day by which it is reviewed, in working days counted from the day after it came in; null where the guide says nothing.</summary>
    public static WorkDay? ReviewBy(ReviewTime? review, DateOnly received, WorkCalendar calendar) =>
        review is null ? null : calendar.Add(received, review.WorkingDays);

    /// <summary>
    /// Last day on which it holds. The first day counts: one year from 2026-12-01 ends on 2027-11-30, 15 days from then on
    /// 2026-12-15, so that it lapses the day after, as the guides have it (到期后次日自动失效). Null where it holds as long as
    /// the proof, or the guide gives no length.
    /// </summary>
    /// <param name="commitment">The letter that stands in for proof; then its days decide.</param>
    public static DateOnly? ValidUntil(Validity? validity, CommitmentLetter? commitment, DateOnly startsOn)
    {
        if (commitment is not null)
        {
            return startsOn.AddDays(commitment.Days - 1);
        }

        return validity is null or { AsLongAsProof: true } or { Years: null, Months: null, Days: null }
            ? null
            : LastDay(startsOn, validity.Years ?? 0, validity.Months ?? 0, validity.Days ?? 0);
    }

    /// <summary>First day on which so many months are over, counted as <see cref="ValidUntil"/> counts.</summary>
    public static DateOnly FirstDayAfter(DateOnly from, int months) => LastDay(from, 0, months, 0).AddDays(1);

    private static DateOnly LastDay(DateOnly from, int years, int months, int days)
    {
        var end = from.AddYears(years).AddMonths(months).AddDays(days);

        // From 29 February a year ends on 28 February: where the month has no such day its last one is the end (Civil Code, 202).
        return days == 0 && end.Day != from.Day ? end : end.AddDays(-1);
    }
}
