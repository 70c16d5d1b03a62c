namespace PolicyBot.Adapters.Filings;

/// <summary>Body of <c>POST /filings/{number}/supplements</c>: all documents that are missing.</summary>
public sealed record FilingSupplement(IReadOnlyList<SubmittedDocument> Documents);
