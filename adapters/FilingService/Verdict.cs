using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>What the rules say of a submission.</summary>
/// <param name="Commitment">The letter that stands in for proof, if it does.</param>
/// <param name="Problems">Why it is refused; empty when it is fit.</param>
internal sealed record Verdict(Determination? Determination, CommitmentLetter? Commitment, IReadOnlyList<FilingProblem> Problems);
