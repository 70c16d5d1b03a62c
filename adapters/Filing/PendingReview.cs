namespace PolicyBot.Adapters.Filings;

/// <summary>What of a filing waits for the agency.</summary>
/// <param name="Since">When it was handed in.</param>
/// <param name="Taken">Whether a clerk has it.</param>
public sealed record PendingReview(FilingRequestKind Kind, DateTimeOffset Since, bool Taken);
