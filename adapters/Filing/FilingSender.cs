using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Refit;

namespace PolicyBot.Adapters.Filings;

/// <summary>Sends an entry of the outbox and records what became of it. Sending one twice is harmless: the key goes with it.</summary>
internal sealed partial class FilingSender(
    Outbox outbox, FilingApiClient client, IOptions<FilingOptions> options, TimeProvider clock, ILogger<FilingSender> logger)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<FilingReceipt>>> flights = new(StringComparer.Ordinal);

    /// <summary>How long whoever takes an entry has for it, before another process may take it.</summary>
    public TimeSpan Lease => options.Value.TotalTimeout + TimeSpan.FromSeconds(30);

    /// <summary>Callers at the same time share one call. Stopping to wait does not stop it.</summary>
    public async Task<FilingReceipt> SendAsync(string key, CancellationToken cancellationToken)
    {
        var flight = flights.GetOrAdd(key, static (key, sender) => new Lazy<Task<FilingReceipt>>(() => sender.FlyAsync(key)), this);
        return await flight.Value.WaitAsync(cancellationToken);
    }

    private async Task<FilingReceipt> FlyAsync(string key)
    {
        try
        {
            var entry = await outbox.FindAsync(key, CancellationToken.None);
            return entry is { IsPending: true } ? await SendAsync(entry) : entry?.ToReceipt() ?? OutboxEntry.PendingReceipt;
        }
        finally
        {
            flights.TryRemove(key, out _);
        }
    }

    private async Task<FilingReceipt> SendAsync(OutboxEntry entry)
    {
        FilingReceipt receipt;
        try
        {
            var submission = JsonSerializer.Deserialize<FilingSubmission>(entry.Submission!, FilingJson.Options)!;
            receipt = new FilingReceipt(ReceiptStatus.Accepted, await client.Api.SubmitAsync(entry.Key, submission, CancellationToken.None), []);
        }
        catch (ApiException answer) when (Refusal(answer) is { } problems)
        {
            receipt = new FilingReceipt(ReceiptStatus.Refused, null, problems);
        }
        catch (Exception failure)
        {
            // Time-out, broken connection, 5xx, garbage, wrong key: nothing is known of what became of it, so it is sent again.
            NotDelivered(entry.Key, entry.Attempts + 1, (failure as ApiException)?.StatusCode, (failure.InnerException ?? failure).GetType().Name);
            await outbox.PostponeAsync(entry.Key, clock.GetUtcNow() + Backoff(entry.Attempts));
            return OutboxEntry.PendingReceipt;
        }

        await outbox.SettleAsync(entry.Key, receipt);
        return receipt;
    }

    /// <summary>The reasons, when the agency itself has refused; null for an answer of anything in between.</summary>
    internal static IReadOnlyList<FilingProblem>? Refusal(ApiException answer)
    {
        if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity
            or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<FilingApiProblem>(answer.Content ?? string.Empty, FilingJson.Options) is { Errors: { Count: > 0 } errors } ? errors : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Doubled each time, plus or minus half, so that after an outage not everything is sent in the same second.
    private TimeSpan Backoff(long attempts)
    {
        var delay = options.Value.ResendDelay * Math.Pow(2, Math.Min(attempts, 30));
        var capped = delay < options.Value.MaxResendDelay ? delay : options.Value.MaxResendDelay;
        return capped * (RandomNumberGenerator.GetInt32(50, 151) / 100.0);
    }

    [LoggerMessage(LogLevel.Warning, "Filing {Key} was not delivered (attempt {Attempt}): {Status} {Failure}; it will be sent again")]
    private partial void NotDelivered(string key, long attempt, HttpStatusCode? status, string failure);
}
