using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary><c>/filings</c>: submit and look up.</summary>
internal static class FilingRoutes
{
    private const int MaxBody = 256 * 1024;

    public static void MapFilings(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/filings", SubmitAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBody));
        routes.MapGet("/filings/{number}", FindAsync);
    }

    private static async Task<Results<JsonHttpResult<Filing>, JsonHttpResult<FilingApiProblem>>> SubmitAsync(
        HttpRequest request, FilingIntake intake, CancellationToken cancellationToken)
    {
        if (Header(request, FilingHeaders.IdempotencyKey) is not { Length: >= 8 and <= 128 } key)
        {
            return Problems.Malformed(FilingHeaders.IdempotencyKey, "缺少提交编号（Idempotency-Key，8 到 128 个字符）。");
        }

        var (submission, unreadable) = await ReadAsync(request, cancellationToken);
        if (submission is null)
        {
            return unreadable!;
        }

        var result = await intake.SubmitAsync(key, submission, cancellationToken);
        switch (result)
        {
            case { Status: IntakeStatus.Created, Filing: { } filing }:
                request.HttpContext.Response.Headers.Location = $"{request.PathBase}{request.Path}/{filing.Number}";
                return TypedResults.Json(filing, FilingJson.Options, statusCode: StatusCodes.Status201Created);
            case { Status: IntakeStatus.Known, Filing: { } filing }:
                return TypedResults.Json(filing, FilingJson.Options);
            case { Status: IntakeStatus.OtherContents }:
                return Problems.Of(StatusCodes.Status409Conflict, "key-reused", "提交编号已用过", result.Problems);
            default:
                return Problems.Of(StatusCodes.Status422UnprocessableEntity, "unfit", "备案不符合要求", result.Problems);
        }
    }

    // A wrong ID number and an unknown number get the same answer: it tells nobody which numbers exist.
    private static async Task<Results<JsonHttpResult<Filing>, JsonHttpResult<FilingApiProblem>>> FindAsync(
        string number, HttpRequest request, FilingIntake intake, CancellationToken cancellationToken)
    {
        if (Header(request, FilingHeaders.IdNumberTail) is not { Length: 4 } tail)
        {
            return Problems.Malformed(FilingHeaders.IdNumberTail, "缺少身份证号码后四位。");
        }

        return FilingNumber.IsValid(number) && await intake.FindAsync(number, tail, cancellationToken) is { } filing
            ? TypedResults.Json(filing, FilingJson.Options)
            : Problems.NotFound;
    }

    private static async Task<(FilingSubmission? Submission, JsonHttpResult<FilingApiProblem>? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problems.NotJson);
        }

        try
        {
            var submission = await request.ReadFromJsonAsync<FilingSubmission>(FilingJson.Options, cancellationToken);
            return (submission, submission is null ? Problems.Malformed(null, "没有提交内容。") : null);
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
