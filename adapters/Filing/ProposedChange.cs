namespace PolicyBot.Adapters.Filings;

/// <summary>A change that waits for review; what it leaves out stays.</summary>
public sealed record ProposedChange(string? CarePlace, DateOnly? StartsOn);
