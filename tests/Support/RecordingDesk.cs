using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Tests.Support;

/// <summary>A filing desk that keeps what was submitted in memory; a key is filed once, as the real one does.</summary>
internal sealed class RecordingDesk(TimeProvider clock) : IFilingDesk
{
    private readonly Dictionary<string, (string Owner, FilingReceipt Receipt)> receipts = new(StringComparer.Ordinal);

    public List<FilingSubmission> Submissions { get; } = [];

    public List<StoredUpload> Attached { get; } = [];

    /// <summary>What the agency answers next, instead of taking the filing.</summary>
    public FilingReceipt? Answer { get; set; }

    public Task<FilingReceipt> SubmitAsync(
        string key, string owner, FilingSubmission submission, CancellationToken cancellationToken)
    {
        if (!receipts.TryGetValue(key, out var known))
        {
            Submissions.Add(submission);
            known = (owner, Answer ?? new FilingReceipt(ReceiptStatus.Accepted, Accept(submission), []));
            receipts[key] = known;
        }

        return Task.FromResult(known.Receipt);
    }

    public Task<AttachmentReceipt> AttachAsync(StoredUpload upload, Stream content, CancellationToken cancellationToken)
    {
        Attached.Add(upload);
        return Task.FromResult(new AttachmentReceipt("attachment-" + upload.Id, null));
    }

    public Task<Filing?> FindAsync(string number, string idNumberTail, CancellationToken cancellationToken) =>
        Task.FromResult(receipts.Values.Select(one => one.Receipt.Filing).FirstOrDefault(
            filing => filing?.Number == number && filing.MaskedIdNumber.EndsWith(idNumberTail, StringComparison.Ordinal)));

    public Task<IReadOnlyList<FilingReceipt>> ForOwnerAsync(string owner, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FilingReceipt>>(
            [.. receipts.Values.Where(one => one.Owner == owner).Select(one => one.Receipt).Reverse()]);

    private Filing Accept(FilingSubmission submission) => new()
    {
        Number = $"320509-20261201-{Submissions.Count:D7}",
        State = FilingState.Submitted,
        Policy = submission.Policy,
        FilingType = submission.FilingType,
        InsuredPlace = submission.InsuredPlace,
        CarePlace = submission.CarePlace,
        StartsOn = submission.StartsOn,
        SubmittedAt = clock.GetUtcNow(),
        ReviewBy = submission.StartsOn.AddDays(2),
        MaskedName = PersonName.Mask(submission.Person.Name),
        MaskedIdNumber = IdNumber.Mask(submission.Person.IdNumber),
        MaskedPhone = PhoneNumber.Mask(submission.Person.Phone),
        Commitment = submission.Commitment,
    };
}
