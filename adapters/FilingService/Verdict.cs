using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>What the rules say of a submission.</summary>
/// <param name="Terms">What the policy says of such a filing; null when it could not be determined.</param>
/// <param name="Problems">Why it is refused; empty when it is fit.</param>
internal sealed record Verdict(AgreedTerms? Terms, IReadOnlyList<FilingProblem> Problems);
