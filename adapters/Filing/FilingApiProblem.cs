namespace PolicyBot.Adapters.Filings;

/// <summary>A problem of the filing API (RFC 9457, <c>application/problem+json</c>) with the reasons in plain Chinese.</summary>
public sealed record FilingApiProblem
{
    public const string MediaType = "application/problem+json";

    /// <summary>Such as <c>urn:policybot:filing:unfit</c>.</summary>
    public string? Type { get; init; }

    public string? Title { get; init; }

    public int? Status { get; init; }

    public IReadOnlyList<FilingProblem> Errors { get; init; } = [];
}
