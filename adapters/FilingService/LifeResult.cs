using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <param name="Case">The filing afterwards; when the act was refused, the filing as the clock has made it.</param>
/// <param name="Problems">Why the act was refused; empty when it was done.</param>
internal sealed record LifeResult(FilingCase Case, IReadOnlyList<FilingProblem> Problems)
{
    public static LifeResult Done(FilingCase it) => new(it, []);

    public static LifeResult Refused(FilingCase it, FilingAction action) => new(it, [new FilingProblem(null, action.Text, action.Cite)]);

    public static LifeResult Refused(FilingCase it, string text) => new(it, [new FilingProblem(null, text, null)]);
}
