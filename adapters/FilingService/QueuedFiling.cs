using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <param name="Kind">What waits.</param>
/// <param name="TakenBy">The clerk who has it, if one has.</param>
internal sealed record QueuedFiling(
    string Number, FilingState State, FilingRequestKind Kind, DateTimeOffset Since, DateOnly? ReviewBy, string? TakenBy,
    string Policy, string FilingType, string InsuredPlace, string CarePlace, string MaskedName, bool Commitment);
