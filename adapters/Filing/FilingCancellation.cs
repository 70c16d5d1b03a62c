namespace PolicyBot.Adapters.Filings;

/// <summary>Body of <c>POST /filings/{number}/cancellation</c>; a reason is not needed.</summary>
public sealed record FilingCancellation(string? Reason = null);
