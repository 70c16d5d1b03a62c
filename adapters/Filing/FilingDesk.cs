using System.Net;
using Microsoft.Extensions.Logging;
using PolicyBot.Adapters.Storage;
using Refit;

namespace PolicyBot.Adapters.Filings;

/// <summary>The bot's desk: outbox first, then the agency.</summary>
internal sealed partial class FilingDesk(
    Outbox outbox, FilingSender sender, FilingApiClient client, TimeProvider clock, ILogger<FilingDesk> logger) : IFilingDesk
{
    private const int Newest = 20;

    private static readonly FilingReceipt OtherContents = new(
        ReceiptStatus.Refused, null, [new FilingProblem(null, "这次确认的内容与先前提交的不一样，请重新核对并确认一次。", null)]);

    private static readonly FilingProblem NotAttached = new("file", "文件暂时送不到经办系统，请过一会儿再试。", null);

    private static readonly FilingReceipt NotYours = new(
        ReceiptStatus.Refused, null, [new FilingProblem(null, "要办这件备案的事，请提供参保人身份证号码的后四位。", null)]);

    private static readonly FilingReceipt NoSuchNumber = new(
        ReceiptStatus.Refused, null, [new FilingProblem(null, "没有查到这个编号的备案，请核对编号和身份证号码后四位。", null)]);

    public Task<FilingReceipt> SubmitAsync(string key, string owner, FilingSubmission submission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return SendAsync(key, owner, FilingRequest.Of(owner, submission with { ConfirmedAt = clock.GetUtcNow() }), cancellationToken);
    }

    public Task<FilingReceipt> SupplementAsync(
        string key, string owner, FilingReference filing, FilingSupplement supplement, CancellationToken cancellationToken) =>
        SendAsync(key, owner, filing, (number, tail) => FilingRequest.Of(owner, number, tail, supplement), cancellationToken);

    public Task<FilingReceipt> ChangeAsync(
        string key, string owner, FilingReference filing, FilingChange change, CancellationToken cancellationToken) =>
        SendAsync(key, owner, filing, (number, tail) => FilingRequest.Of(owner, number, tail, change), cancellationToken);

    public Task<FilingReceipt> CancelAsync(
        string key, string owner, FilingReference filing, FilingCancellation cancellation, CancellationToken cancellationToken) =>
        SendAsync(key, owner, filing, (number, tail) => FilingRequest.Of(owner, number, tail, cancellation), cancellationToken);

    public Task<FilingReceipt> ExtendAsync(
        string key, string owner, FilingReference filing, FilingExtension extension, CancellationToken cancellationToken) =>
        SendAsync(key, owner, filing, (number, tail) => FilingRequest.Of(owner, number, tail, extension), cancellationToken);

    public async Task<AttachmentReceipt> AttachAsync(StoredUpload upload, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        try
        {
            var attachment = await client.Api.AttachAsync(new StreamPart(content, upload.Name, upload.ContentType), cancellationToken);
            return new AttachmentReceipt(attachment.Id, null);
        }
        catch (ApiException answer) when (FilingSender.Refusal(answer) is [var problem, ..])
        {
            return new AttachmentReceipt(null, problem);
        }
        catch (Exception failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AgencySilent((failure as ApiException)?.StatusCode, (failure.InnerException ?? failure).GetType().Name);
            return new AttachmentReceipt(null, NotAttached);
        }
    }

    public async Task<Filing?> FindAsync(string number, string idNumberTail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(idNumberTail);
        var (asked, tail) = (number.Trim(), idNumberTail.Trim().ToUpperInvariant());
        if (!LooksLikeNumber(asked) || !LooksLikeTail(tail))
        {
            return null;
        }

        try
        {
            return await client.Api.FindAsync(asked, tail, cancellationToken);
        }
        catch (ApiException answer) when (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AgencySilent((failure as ApiException)?.StatusCode, (failure.InnerException ?? failure).GetType().Name);
            throw new FilingUnavailableException("The agency's filing API cannot be asked now.", failure);
        }
    }

    public async Task<IReadOnlyList<FilingReceipt>> ForOwnerAsync(string owner, CancellationToken cancellationToken)
    {
        var entries = await outbox.OfOwnerAsync(owner, FilingRequestKind.Submission, Newest, cancellationToken);
        return await Task.WhenAll(entries.Select(entry => RefreshAsync(entry, cancellationToken)));
    }

    public async Task<IReadOnlyList<FilingReceipt>> RequestsAsync(string owner, CancellationToken cancellationToken) =>
        [.. (await outbox.OfOwnerAsync(owner, null, Newest, cancellationToken)).Select(entry => entry.ToReceipt())];

    private async Task<FilingReceipt> SendAsync(
        string key, string owner, FilingReference filing, Func<string, string, FilingRequest> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filing);
        var number = filing.Number.Trim();
        if (!LooksLikeNumber(number))
        {
            return NoSuchNumber;
        }

        var tail = filing.IdNumberTail?.Trim().ToUpperInvariant() ?? await outbox.TailOfAsync(owner, number, cancellationToken);
        return tail is not null && LooksLikeTail(tail)
            ? await SendAsync(key, owner, request(number, tail), cancellationToken)
            : NotYours;
    }

    /// <summary>Stored first, then sent; the same key again is neither stored nor sent again.</summary>
    private async Task<FilingReceipt> SendAsync(string key, string owner, FilingRequest request, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        if (key is not { Length: >= 8 and <= 128 } || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException("A key is 8 to 128 visible ASCII characters.", nameof(key));
        }

        var now = clock.GetUtcNow();
        var (entry, added) = await outbox.AddAsync(key, owner, request, now, now + sender.Lease, cancellationToken);
        if (!outbox.IsOf(entry, request.Fingerprint))
        {
            return OtherContents;
        }

        return entry.IsPending ? await sender.SendAsync(key, uncertain: !added, cancellationToken) : entry.ToReceipt();
    }

    // Another agency's numbers may look different; what matters is that nothing but a number gets into the URL.
    private static bool LooksLikeNumber(string text) =>
        text is { Length: >= 1 and <= 64 } && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    private static bool LooksLikeTail(string text) => text.Length == 4 && text.All(char.IsAsciiLetterOrDigit);

    private async Task<FilingReceipt> RefreshAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var known = entry.ToReceipt();
        if (known is not { Status: ReceiptStatus.Accepted, Filing: { } filing })
        {
            return known;
        }

        try
        {
            return known with { Filing = await FindAsync(filing.Number, entry.IdTail, cancellationToken) ?? filing };
        }
        catch (FilingUnavailableException)
        {
            return known;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The filing API did not answer as agreed: {Status} {Failure}")]
    private partial void AgencySilent(HttpStatusCode? status, string failure);
}
