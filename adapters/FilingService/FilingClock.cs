using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>What time alone does to a filing: it starts, expires, or lapses with its commitment letter. Pure.</summary>
internal static class FilingClock
{
    /// <summary>The filing as it is at that moment. The same moment again changes nothing.</summary>
    public static FilingCase Tick(FilingCase it, DateTimeOffset now, AgreedTerms terms)
    {
        var today = ChinaTime.DayOf(now);
        if (it.State == FilingState.Approved && it.StartsOn <= today)
        {
            it = it.With(FilingEventKind.Started, StartOf(it.StartsOn), FilingState.Active);
        }

        return Ends(it, terms) is { } last && last < today ? End(it, last, terms) : it;
    }

    /// <summary>The next day on which time changes something; null when none is in sight.</summary>
    public static DateOnly? DueOn(FilingCase it, AgreedTerms terms)
    {
        var end = Ends(it, terms)?.AddDays(1);
        return it.State == FilingState.Approved && (end is null || it.StartsOn < end) ? it.StartsOn : end;
    }

    /// <summary>Its last day when nobody does anything; null when none is known, or it is over.</summary>
    private static DateOnly? Ends(FilingCase it, AgreedTerms terms) => it switch
    {
        { IsOver: true } => null,

        // What was handed in in time does not lapse because the review takes longer than the letter holds.
        { Commitment: true } when it.OwedUnderLetter(terms).Count == 0 => FilingTerms.ValidUntil(terms.Validity, null, it.StartsOn),
        _ => it.ValidUntil,
    };

    private static FilingCase End(FilingCase it, DateOnly last, AgreedTerms terms)
    {
        var over = it with { Waiting = null, ReviewBy = null, HolidaysUnknown = false, Proposed = null, Asked = [] };
        return it.OwedUnderLetter(terms).Count > 0
            ? over.With(FilingEventKind.Lapsed, StartOf(last.AddDays(1)), FilingState.Lapsed, Lapse(terms.Letter!)?.Text ?? "承诺书到期，材料没有补齐，自动失效。", Lapse(terms.Letter!)?.Cite)
            : over.With(FilingEventKind.Expired, StartOf(last.AddDays(1)), FilingState.Expired, $"有效期到 {last:yyyy-MM-dd} 为止。", terms.Validity?.Cite);
    }

    private static Statement? Lapse(CommitmentLetter letter) => letter.Text is [var first, ..] ? first : null;

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));
}
