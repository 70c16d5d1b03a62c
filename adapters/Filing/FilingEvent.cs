using PolicyBot.Knowledge;

namespace PolicyBot.Adapters.Filings;

/// <summary>One line of a filing's history, which only grows.</summary>
/// <param name="At">When it took effect: an expiry at the first moment of its day, whenever it was noticed.</param>
/// <param name="State">The state from then on.</param>
/// <param name="Note">The reason, in plain Chinese.</param>
/// <param name="Cite">The guide's sentence, where one decides.</param>
public sealed record FilingEvent(
    DateTimeOffset At, FilingState State, string? Note, FilingEventKind Kind = FilingEventKind.Submitted, Citation? Cite = null);
