using PolicyBot.Knowledge;

namespace PolicyBot.Adapters.Filings;

/// <summary>Whether something may be done with a filing now, by the rules that also decide the request itself.</summary>
/// <param name="From">First day on which it may be done, where it is only too early.</param>
/// <param name="Until">Last day on which it may be done, where there is one.</param>
/// <param name="Text">How, or why not, in plain Chinese.</param>
/// <param name="Cite">The guide's sentence that decides; null where the guide says nothing.</param>
public sealed record FilingAction(FilingActionKind Kind, bool Allowed, DateOnly? From, DateOnly? Until, string Text, Citation? Cite);

public enum FilingActionKind
{
    Supplement,
    Change,
    Cancel,
    Extend,

    /// <summary>A new filing, by <c>POST /filings</c>.</summary>
    Renew,
}
