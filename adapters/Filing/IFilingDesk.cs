using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Filings;

/// <summary>What the bot does with filings. Everything goes through the agency's filing API.</summary>
public interface IFilingDesk
{
    /// <summary>
    /// Submits a confirmed filing once. The key and the submission are stored before the call, so that a crash between
    /// call and answer neither loses nor doubles it; the same key again gives the same receipt.
    /// </summary>
    /// <param name="owner">The channel user who confirmed it; see <see cref="ForOwnerAsync"/>.</param>
    Task<FilingReceipt> SubmitAsync(
        string key, string owner, FilingSubmission submission, CancellationToken cancellationToken);

    /// <summary>What became of the submissions of one channel user, newest first.</summary>
    Task<IReadOnlyList<FilingReceipt>> ForOwnerAsync(string owner, CancellationToken cancellationToken);

    /// <summary>Hands a file to the agency; returns the attachment's id, or a problem.</summary>
    Task<AttachmentReceipt> AttachAsync(StoredUpload upload, Stream content, CancellationToken cancellationToken);

    /// <summary>Asks the agency for a filing; null when there is none of that number for that person.</summary>
    /// <param name="number">The filing's number.</param>
    /// <param name="idNumberTail">Last four characters of the ID number, as proof of knowing the person.</param>
    Task<Filing?> FindAsync(string number, string idNumberTail, CancellationToken cancellationToken);
}

/// <summary>What became of a submission.</summary>
/// <param name="Status">Whether the agency has it.</param>
/// <param name="Filing">The filing, when <paramref name="Status"/> is Accepted.</param>
/// <param name="Problems">Why it was refused, each in plain Chinese, with the guide's sentence where one says so.</param>
public sealed record FilingReceipt(ReceiptStatus Status, Filing? Filing, IReadOnlyList<FilingProblem> Problems);

public enum ReceiptStatus
{
    Accepted,

    /// <summary>Stored here and being sent (已收到，正在提交); it will be sent again until the agency answers.</summary>
    Pending,

    Refused,
}

/// <param name="Field">Name of the field or document requirement at fault, where there is one.</param>
public sealed record FilingProblem(string? Field, string Text, Knowledge.Citation? Cite);

public sealed record AttachmentReceipt(string? Attachment, FilingProblem? Problem);
