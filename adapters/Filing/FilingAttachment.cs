namespace PolicyBot.Adapters.Filings;

/// <summary>A file that the agency has taken; the answer to <c>POST /attachments</c>.</summary>
/// <param name="Id">For <see cref="SubmittedDocument.Attachment"/>.</param>
/// <param name="ContentType">As the content shows, not as the sender said.</param>
/// <param name="Length">Bytes.</param>
public sealed record FilingAttachment(string Id, string ContentType, long Length);
