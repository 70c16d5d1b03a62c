using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge;

namespace PolicyBot.Adapters.FilingService;

/// <summary>The only way in which a history changes: one line more.</summary>
internal static class CaseHistory
{
    /// <param name="by">The clerk; null for the person and the clock.</param>
    public static FilingCase With(
        this FilingCase it, FilingEventKind kind, DateTimeOffset at, FilingState state, string? note = null, Citation? cite = null, string? by = null)
    {
        // What the clock does takes effect on its day, yet never before what already stands there.
        var last = it.History.Count > 0 ? it.History[^1].Event.At : at;
        return it with { State = state, History = [.. it.History, new DossierStep(new FilingEvent(at > last ? at : last, state, note, kind, cite), by)] };
    }
}
