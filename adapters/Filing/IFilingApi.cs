using Refit;

namespace PolicyBot.Adapters.Filings;

/// <summary>
/// The agency's filing API as <c>openapi.yaml</c> beside this file describes it. Any answer but success is thrown as an
/// <see cref="ApiException"/> whose content is a <see cref="FilingApiProblem"/>.
/// </summary>
public interface IFilingApi
{
    [Post("/filings")]
    Task<Filing> SubmitAsync([Header(FilingHeaders.IdempotencyKey)] string key, [Body] FilingSubmission submission, CancellationToken cancellationToken);

    [Get("/filings/{number}")]
    Task<Filing> FindAsync(string number, [Header(FilingHeaders.IdNumberTail)] string idNumberTail, CancellationToken cancellationToken);

    /// <summary>The filing for which a request under this key was taken; 404 when none was.</summary>
    [Get("/requests")]
    Task<Filing> OutcomeAsync(
        [Header(FilingHeaders.IdempotencyKey)] string key, [Header(FilingHeaders.IdNumberTail)] string idNumberTail, CancellationToken cancellationToken);

    [Post("/filings/{number}/supplements")]
    Task<Filing> SupplementAsync(
        string number, [Header(FilingHeaders.IdNumberTail)] string idNumberTail, [Header(FilingHeaders.IdempotencyKey)] string key,
        [Body] FilingSupplement supplement, CancellationToken cancellationToken);

    [Post("/filings/{number}/changes")]
    Task<Filing> ChangeAsync(
        string number, [Header(FilingHeaders.IdNumberTail)] string idNumberTail, [Header(FilingHeaders.IdempotencyKey)] string key,
        [Body] FilingChange change, CancellationToken cancellationToken);

    [Post("/filings/{number}/cancellation")]
    Task<Filing> CancelAsync(
        string number, [Header(FilingHeaders.IdNumberTail)] string idNumberTail, [Header(FilingHeaders.IdempotencyKey)] string key,
        [Body] FilingCancellation cancellation, CancellationToken cancellationToken);

    [Post("/filings/{number}/extension")]
    Task<Filing> ExtendAsync(
        string number, [Header(FilingHeaders.IdNumberTail)] string idNumberTail, [Header(FilingHeaders.IdempotencyKey)] string key,
        [Body] FilingExtension extension, CancellationToken cancellationToken);

    [Multipart]
    [Post("/attachments")]
    Task<FilingAttachment> AttachAsync([AliasAs("file")] StreamPart file, CancellationToken cancellationToken);
}
