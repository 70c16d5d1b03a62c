using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>What became of a clerk's step.</summary>
/// <param name="Filing">The filing after it, or as it is when the step was refused; null when there is none of that number.</param>
/// <param name="Problem">Why the step was refused; null when it was done.</param>
internal sealed record ReviewOutcome(Filing? Filing, FilingProblem? Problem);
