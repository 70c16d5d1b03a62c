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

    [Multipart]
    [Post("/attachments")]
    Task<FilingAttachment> AttachAsync([AliasAs("file")] StreamPart file, CancellationToken cancellationToken);
}
