using PolicyBot.Knowledge;

namespace PolicyBot.Adapters.Filings;

/// <summary>A document that is still to be handed in; any of <paramref name="AnyOf"/> will do.</summary>
/// <param name="Requirement">For <see cref="SubmittedDocument.Requirement"/>.</param>
/// <param name="By">Last day for it, where there is one.</param>
public sealed record MissingDocument(string Requirement, IReadOnlyList<string> AnyOf, string? Note, DateOnly? By, Citation? Cite);
