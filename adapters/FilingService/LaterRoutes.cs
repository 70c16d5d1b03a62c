using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Below <c>/filings/{number}</c>: what is asked for a filing after its submission.</summary>
internal static class LaterRoutes
{
    public static void MapLater(this IEndpointRouteBuilder routes, int maxBody)
    {
        Map<FilingSupplement>("supplements", (requests, key, number, tail, body, token) => requests.SupplementAsync(key, number, tail, body, token));
        Map<FilingChange>("changes", (requests, key, number, tail, body, token) => requests.ChangeAsync(key, number, tail, body, token));
        Map<FilingCancellation>("cancellation", (requests, key, number, tail, body, token) => requests.CancelAsync(key, number, tail, body, token));
        Map<FilingExtension>("extension", (requests, key, number, tail, body, token) => requests.ExtendAsync(key, number, tail, body, token));

        void Map<T>(string path, Func<FilingRequests, string, string, string, T, CancellationToken, Task<IntakeResult>> act)
            where T : class =>
            routes.MapPost(
                $"/filings/{{number}}/{path}",
                (string number, HttpRequest request, FilingRequests requests, CancellationToken cancellationToken) =>
                    AskAsync(number, request, requests, act, cancellationToken))
                .WithMetadata(new RequestSizeLimitAttribute(maxBody));
    }

    private static async Task<Results<JsonHttpResult<Filing>, JsonHttpResult<FilingApiProblem>>> AskAsync<T>(
        string number, HttpRequest request, FilingRequests requests,
        Func<FilingRequests, string, string, string, T, CancellationToken, Task<IntakeResult>> act, CancellationToken cancellationToken)
        where T : class
    {
        if (RequestReader.Key(request) is not { } key)
        {
            return RequestReader.NoKey;
        }

        if (RequestReader.Tail(request) is not { } tail)
        {
            return RequestReader.NoTail;
        }

        if (!FilingNumber.IsValid(number))
        {
            return Problems.NotFound;
        }

        var (body, unreadable) = await RequestReader.ReadAsync<T>(request, cancellationToken);
        if (body is null)
        {
            return unreadable!;
        }

        var result = await act(requests, key, number, tail, body, cancellationToken);
        return result.Filing is { } filing ? TypedResults.Json(filing, FilingJson.Options) : Problems.Of(result);
    }
}
