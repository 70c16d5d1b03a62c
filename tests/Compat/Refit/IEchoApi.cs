using Refit;

namespace PolicyBot.Tests.Compat.Refit;

/// <summary>The service of <see cref="EchoService" />.</summary>
[Headers("X-Client: tests", "Accept: application/json")]
internal interface IEchoApi
{
    [Get("/echo/{id}/parts/{partId}")]
    Task<Echo> GetAsync(string id, [AliasAs("partId")] int part);

    [Get("/echo/files/{**path}")]
    Task<Echo> GetFileAsync(string path);

    [Get("/echo")]
    Task<Echo> SearchAsync([AliasAs("q")] string? question, int? top = null, [Query(CollectionFormat.Multi)] string[]? place = null, [Query] Kind? kind = null, CancellationToken cancellationToken = default);

    [Get("/echo?fixed=1")]
    Task<Echo> SearchByAsync(Filter filter, [Query(Format = "yyyy-MM-dd")] DateTime? day = null);

    [Get("/echo")]
    [Headers("X-Client: method")]
    Task<Echo> WithHeadersAsync([Header("Idempotency-Key")] string? key, [HeaderCollection] IDictionary<string, string> more, [Authorize] string token);

    [Post("/echo")]
    Task<Echo> PostAsync([Body] Filing filing, [Header("Idempotency-Key")] string key, CancellationToken cancellationToken);

    [Put("/echo/{id}")]
    Task<Echo> PutAsync(string id, Filing filing);

    [Patch("/echo")]
    Task<Echo> PatchAsync([Body] string text);

    [Delete("/echo/{id}")]
    Task DeleteAsync(string id);

    [Multipart]
    [Post("/upload/{id}")]
    Task<Upload> UploadAsync(string id, [AliasAs("file")] StreamPart file, string note, ByteArrayPart? more = null);

    [Get("/filings/{number}")]
    Task<Filing> GetFilingAsync(string number);

    [Get("/filings/{number}")]
    Task<ApiResponse<Filing>> TryGetFilingAsync(string number);

    [Get("/filings/{number}")]
    Task<IApiResponse<Filing>> TryGetFilingAgainAsync(string number);

    [Get("/filings/{number}")]
    Task<HttpResponseMessage> GetRawAsync(string number);

    [Get("/filings/{number}")]
    Task<string> GetTextAsync(string number);

    [Get("/filings/{number}")]
    Task<Stream> GetStreamAsync(string number);

    [Get("/filings/{number}")]
    Task RemoveAsync(string number);

    [Get("/slow")]
    Task<string> WaitAsync(CancellationToken cancellationToken);
}

internal enum Kind
{
    Medical,
    WorkInjury,
}

internal sealed record Filing(string Number, string InsuredPlace, Kind Kind, decimal Cost, DateOnly From);

internal sealed record Filter(string Place, [property: AliasAs("s")] string? Scheme);

internal sealed record Echo(string Method, string Path, string Query, Dictionary<string, string> Headers, string Body);

internal sealed record Upload(string Id, Dictionary<string, string> Fields, Dictionary<string, string> Files);
