namespace PolicyBot.Adapters.Filings;

/// <param name="Attachment">Id for <see cref="SubmittedDocument.Attachment"/>, or null when it was not taken.</param>
public sealed record AttachmentReceipt(string? Attachment, FilingProblem? Problem);
