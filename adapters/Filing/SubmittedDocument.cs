namespace PolicyBot.Adapters.Filings;

/// <param name="Requirement">Id of the document requirement of the determination.</param>
/// <param name="Document">The alternative chosen, in the guide's words.</param>
/// <param name="Attachment">Id from <c>POST /attachments</c>.</param>
public sealed record SubmittedDocument(string Requirement, string Document, string Attachment);
