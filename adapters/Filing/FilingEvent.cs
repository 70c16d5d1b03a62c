namespace PolicyBot.Adapters.Filings;

public sealed record FilingEvent(DateTimeOffset At, FilingState State, string? Note);
