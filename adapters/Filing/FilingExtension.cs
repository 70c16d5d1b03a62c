namespace PolicyBot.Adapters.Filings;

/// <summary>Body of <c>POST /filings/{number}/extension</c>.</summary>
public sealed record FilingExtension
{
    public IReadOnlyList<SubmittedDocument> Documents { get; init; } = [];
}
