using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary><c>/filings</c>: submit and look up; <c>/requests</c>: what became of a request.</summary>
internal static class FilingRoutes
{
    private const int MaxBody = 256 * 1024;

    public static void MapFilings(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/filings", SubmitAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBody));
        routes.MapGet("/filings/{number}", FindAsync);
        routes.MapGet("/requests", OutcomeAsync);
        routes.MapLater(MaxBody);
    }

    private static async Task<Results<JsonHttpResult<Filing>, JsonHttpResult<FilingApiProblem>>> SubmitAsync(
        HttpRequest request, FilingIntake intake, CancellationToken cancellationToken)
    {
        if (RequestReader.Key(request) is not { } key)
        {
            return RequestReader.NoKey;
        }

        var (submission, unreadable) = await RequestReader.ReadAsync<FilingSubmission>(request, cancellationToken);
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
            default:
                return Problems.Of(result);
        }
    }

    // A wrong ID number and an unknown number get the same answer: it tells nobody which numbers exist.
    private static async Task<Results<JsonHttpResult<Filing>, JsonHttpResult<FilingApiProblem>>> FindAsync(
        string number, HttpRequest request, FilingIntake intake, CancellationToken cancellationToken)
    {
        if (RequestReader.Tail(request) is not { } tail)
        {
            return RequestReader.NoTail;
        }

        return FilingNumber.IsValid(number) && await intake.FindAsync(number, tail, cancellationToken) is { } filing
            ? TypedResults.Json(filing, FilingJson.Options)
            : Problems.NotFound;
    }

    private static async Task<Results<JsonHttpResult<Filing>, JsonHttpResult<FilingApiProblem>>> OutcomeAsync(
        HttpRequest request, FilingIntake intake, CancellationToken cancellationToken)
    {
        if (RequestReader.Key(request) is not { } key)
        {
            return RequestReader.NoKey;
        }

        if (RequestReader.Tail(request) is not { } tail)
        {
            return RequestReader.NoTail;
        }

        return await intake.OutcomeAsync(key, tail, cancellationToken) is { } filing ? TypedResults.Json(filing, FilingJson.Options) : Problems.NotFound;
    }
}
