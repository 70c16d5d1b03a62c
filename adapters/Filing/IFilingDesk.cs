using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Filings;

/// <summary>What the bot does with filings. Everything goes through the agency's filing API.</summary>
public interface IFilingDesk
{
    /// <summary>
    /// Submits a confirmed filing once. The key and the submission are stored before the call, so that a crash between
    /// call and answer neither loses nor doubles it; the same key again gives the same receipt, and is refused when it comes
    /// with other contents.
    /// </summary>
    /// <param name="key">Made once for a confirmation, 8 to 128 visible ASCII characters, such as a GUID.</param>
    /// <param name="owner">The user of the conversation that submits it; see <see cref="ForOwnerAsync"/>.</param>
    /// <param name="cancellationToken">Stops the waiting, not the submitting.</param>
    Task<FilingReceipt> SubmitAsync(string key, string owner, FilingSubmission submission, CancellationToken cancellationToken);

    /// <summary>
    /// Hands in what <see cref="Filing.Missing"/> names, each with an attachment. As <see cref="SubmitAsync"/>: stored before
    /// the call, once for a key, and honest while the agency is silent. So are the three below.
    /// </summary>
    Task<FilingReceipt> SupplementAsync(
        string key, string owner, FilingReference filing, FilingSupplement supplement, CancellationToken cancellationToken);

    Task<FilingReceipt> ChangeAsync(string key, string owner, FilingReference filing, FilingChange change, CancellationToken cancellationToken);

    Task<FilingReceipt> CancelAsync(
        string key, string owner, FilingReference filing, FilingCancellation cancellation, CancellationToken cancellationToken);

    Task<FilingReceipt> ExtendAsync(
        string key, string owner, FilingReference filing, FilingExtension extension, CancellationToken cancellationToken);

    /// <summary>Hands a file to the agency; returns the attachment's id, or a problem.</summary>
    Task<AttachmentReceipt> AttachAsync(StoredUpload upload, Stream content, CancellationToken cancellationToken);

    /// <summary>Asks the agency for a filing; null when there is none of that number for that person.</summary>
    /// <param name="number">The filing's number.</param>
    /// <param name="idNumberTail">Last four characters of the ID number, as proof of knowing the person.</param>
    /// <exception cref="FilingUnavailableException">The agency cannot be asked now.</exception>
    Task<Filing?> FindAsync(string number, string idNumberTail, CancellationToken cancellationToken);

    /// <summary>
    /// What this owner has submitted, newest first, at most 20: accepted ones as the agency has them now (as last known when
    /// it cannot be asked), those still being sent as <see cref="ReceiptStatus.Pending"/>, refused ones with the reasons.
    /// </summary>
    Task<IReadOnlyList<FilingReceipt>> ForOwnerAsync(string owner, CancellationToken cancellationToken);

    /// <summary>
    /// Every request of this owner, also supplements, changes, cancellations and extensions, newest first, at most 20, as last
    /// known here: what is still being sent, and how the agency answered. The agency is not asked.
    /// </summary>
    Task<IReadOnlyList<FilingReceipt>> RequestsAsync(string owner, CancellationToken cancellationToken);
}
