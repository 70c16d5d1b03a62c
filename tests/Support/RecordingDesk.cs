using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Tests.Support;

/// <summary>A filing desk that keeps what was submitted in memory; a key is filed once, as the real one does.</summary>
internal sealed class RecordingDesk(TimeProvider clock) : IFilingDesk
{
    private readonly Dictionary<string, (string Owner, FilingReceipt Receipt)> receipts = new(StringComparer.Ordinal);

    public List<FilingSubmission> Submissions { get; } = [];

    public List<StoredUpload> Attached { get; } = [];

    /// <summary>What was asked for filings: kind, number and body.</summary>
    public List<(FilingRequestKind Kind, string Number, object Body)> Requests { get; } = [];

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

    public Task<FilingReceipt> SupplementAsync(
        string key, string owner, FilingReference filing, FilingSupplement supplement, CancellationToken cancellationToken) =>
        Ask(FilingRequestKind.Supplement, key, owner, filing, supplement);

    public Task<FilingReceipt> ChangeAsync(
        string key, string owner, FilingReference filing, FilingChange change, CancellationToken cancellationToken) =>
        Ask(FilingRequestKind.Change, key, owner, filing, change);

    public Task<FilingReceipt> CancelAsync(
        string key, string owner, FilingReference filing, FilingCancellation cancellation, CancellationToken cancellationToken) =>
        Ask(FilingRequestKind.Cancellation, key, owner, filing, cancellation);

    public Task<FilingReceipt> ExtendAsync(
        string key, string owner, FilingReference filing, FilingExtension extension, CancellationToken cancellationToken) =>
        Ask(FilingRequestKind.Extension, key, owner, filing, extension);

    public Task<IReadOnlyList<FilingReceipt>> RequestsAsync(string owner, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FilingReceipt>>(
            [.. receipts.Values.Where(one => one.Owner == owner).Select(one => one.Receipt).Reverse()]);

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
            [.. receipts.Values.Where(one => one.Owner == owner && one.Receipt.Kind == FilingRequestKind.Submission).Select(one => one.Receipt).Reverse()]);

    private Task<FilingReceipt> Ask(FilingRequestKind kind, string key, string owner, FilingReference filing, object body)
    {
        if (!receipts.TryGetValue(key, out var known))
        {
            Requests.Add((kind, filing.Number, body));
            var filed = receipts.Values.Select(one => one.Receipt.Filing).FirstOrDefault(one => one?.Number == filing.Number);
            var receipt = Answer ?? (filed is null
                ? new FilingReceipt(ReceiptStatus.Refused, null, [new FilingProblem(null, "没有查到这个编号的备案。", null)])
                : new FilingReceipt(ReceiptStatus.Accepted, filed, []));
            known = (owner, receipt with { Kind = kind, Key = key, Number = filing.Number });
            receipts[key] = known;
        }

        return Task.FromResult(known.Receipt);
    }

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
