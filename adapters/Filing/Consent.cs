namespace PolicyBot.Adapters.Filings;

/// <param name="Version">Version of the notice that was shown.</param>
public sealed record Consent(string Version, DateTimeOffset GivenAt);
