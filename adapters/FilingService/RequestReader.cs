using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Reads what every request to the API carries: its key, the proof of knowing the person, its JSON.</summary>
internal static class RequestReader
{
    public static JsonHttpResult<FilingApiProblem> NoKey { get; } =
        Problems.Malformed(FilingHeaders.IdempotencyKey, "缺少提交编号（Idempotency-Key，8 到 128 个字符）。");

    public static JsonHttpResult<FilingApiProblem> NoTail { get; } = Problems.Malformed(FilingHeaders.IdNumberTail, "缺少身份证号码后四位。");

    public static string? Key(HttpRequest request) => Header(request, FilingHeaders.IdempotencyKey) is { Length: >= 8 and <= 128 } key ? key : null;

    public static string? Tail(HttpRequest request) => Header(request, FilingHeaders.IdNumberTail) is { Length: 4 } tail ? tail : null;

    public static async Task<(T? Body, JsonHttpResult<FilingApiProblem>? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problems.NotJson);
        }

        try
        {
            var body = await request.ReadFromJsonAsync<T>(FilingJson.Options, cancellationToken);
            return (body, body is null ? Problems.Malformed(null, "没有提交内容。") : null);
        }
        catch (JsonException malformed)
        {
            // The path says where; the message could repeat what was typed, so it is not passed on.
            return (null, Problems.Malformed(malformed.Path?.TrimStart('$', '.'), "提交的内容不完整或格式不对。"));
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Problems.TooLarge);
        }
    }

    private static string? Header(HttpRequest request, string name) => request.Headers[name] is [{ } value] ? value.Trim() : null;
}
