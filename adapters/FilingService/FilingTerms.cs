using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Days that follow from what the guide says of a filing.</summary>
internal static class FilingTerms
{
    /// <summary>
    /// Day by which it is reviewed, counted from the day after it came in. Working days are Monday to Friday: public holidays
    /// and the working weekends around them are not known here yet, so around holidays the agency's day may be later.
    /// </summary>
    public static DateOnly? ReviewBy(ReviewTime? review, DateOnly received)
    {
        if (review is null)
        {
            return null;
        }

        var day = received;
        for (var left = review.WorkingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

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

        if (validity is null or { AsLongAsProof: true } or { Years: null, Months: null, Days: null })
        {
            return null;
        }

        var end = startsOn.AddYears(validity.Years ?? 0).AddMonths(validity.Months ?? 0).AddDays(validity.Days ?? 0);

        // From 29 February a year ends on 28 February: where the month has no such day its last one is the end (Civil Code, 202).
        return validity.Days is null && end.Day != startsOn.Day ? end : end.AddDays(-1);
    }
}
