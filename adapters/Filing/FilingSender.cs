using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Refit;

namespace PolicyBot.Adapters.Filings;

/// <summary>Sends an entry of the outbox and records what became of it. Even two processes at once do no harm: the key goes with it.</summary>
internal sealed partial class FilingSender(
    Outbox outbox, FilingApiClient client, IOptions<FilingOptions> options, TimeProvider clock, ILogger<FilingSender> logger)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<FilingReceipt>>> flights = new(StringComparer.Ordinal);

    /// <summary>How long whoever takes an entry has for it, before another process may take it.</summary>
    public TimeSpan Lease => options.Value.TotalTimeout + TimeSpan.FromSeconds(30);

    /// <summary>Callers at the same time share one call. Stopping to wait does not stop it.</summary>
    /// <param name="uncertain">Whether somebody may have sent it before, such as a process that has gone.</param>
    public async Task<FilingReceipt> SendAsync(string key, bool uncertain, CancellationToken cancellationToken)
    {
        var flight = flights.GetOrAdd(
            key, static (key, it) => new Lazy<Task<FilingReceipt>>(() => it.Sender.FlyAsync(key, it.Uncertain)), (Sender: this, Uncertain: uncertain));
        return await flight.Value.WaitAsync(cancellationToken);
    }

    private async Task<FilingReceipt> FlyAsync(string key, bool uncertain)
    {
        try
        {
            var entry = await outbox.FindAsync(key, CancellationToken.None);
            return entry switch
            {
                { IsPending: true } => await SendAsync(entry, uncertain || entry.Attempts > 0),
                { } => entry.ToReceipt(),

                // Deleted meanwhile, with the person's data.
                null => new FilingReceipt(ReceiptStatus.Pending, null, []),
            };
        }
        finally
        {
            flights.TryRemove(key, out _);
        }
    }

    /// <summary>
    /// After an attempt of which nothing is known, the agency is asked what it has under this key, and only what it has not is
    /// sent again, under the same key. So nothing is doubled by an agency that forgets a key, nor lost by one that cannot be
    /// asked, and personal data does not cross the line a second time for nothing.
    /// </summary>
    private async Task<FilingReceipt> SendAsync(OutboxEntry entry, bool uncertain)
    {
        var giveUpAt = clock.GetUtcNow() + options.Value.TotalTimeout;
        for (var attempt = 0; ; attempt++)
        {
            var asking = uncertain;
            try
            {
                var filing = asking ? await AskAsync(entry) : null;
                asking = false;
                return await SettleAsync(entry, new FilingReceipt(ReceiptStatus.Accepted, filing ?? await CallAsync(entry), []));
            }
            catch (ApiException answer) when (!asking && Refusal(answer, entry) is { } problems)
            {
                return await SettleAsync(entry, new FilingReceipt(ReceiptStatus.Refused, null, problems));
            }
            catch (Exception failure)
            {
                // Time-out, broken connection, 5xx, garbage, wrong key: nothing is known of what became of it.
                NotDelivered(entry.Key, entry.Attempts + 1, (failure as ApiException)?.StatusCode, (failure.InnerException ?? failure).GetType().Name);
                if (asking || attempt >= options.Value.Retries || clock.GetUtcNow() >= giveUpAt || failure is BrokenCircuitException)
                {
                    await outbox.PostponeAsync(entry.Key, clock.GetUtcNow() + Backoff(entry.Attempts));
                    return entry.ToReceipt();
                }

                uncertain = true;
            }
        }
    }

    private async Task<FilingReceipt> SettleAsync(OutboxEntry entry, FilingReceipt receipt)
    {
        var complete = entry.Complete(receipt);
        await outbox.SettleAsync(entry.Key, complete);
        return complete;
    }

    /// <summary>What the agency has under this key; null when it has nothing, or knows no such question.</summary>
    private async Task<Filing?> AskAsync(OutboxEntry entry)
    {
        try
        {
            return await client.Api.OutcomeAsync(entry.Key, entry.IdTail, CancellationToken.None);
        }
        catch (ApiException answer) when (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
        {
            return null;
        }
    }

    private Task<Filing> CallAsync(OutboxEntry entry) => entry.RequestKind switch
    {
        FilingRequestKind.Supplement => client.Api.SupplementAsync(entry.Target!, entry.IdTail, entry.Key, entry.Body<FilingSupplement>(), CancellationToken.None),
        FilingRequestKind.Change => client.Api.ChangeAsync(entry.Target!, entry.IdTail, entry.Key, entry.Body<FilingChange>(), CancellationToken.None),
        FilingRequestKind.Cancellation => client.Api.CancelAsync(entry.Target!, entry.IdTail, entry.Key, entry.Body<FilingCancellation>(), CancellationToken.None),
        FilingRequestKind.Extension => client.Api.ExtendAsync(entry.Target!, entry.IdTail, entry.Key, entry.Body<FilingExtension>(), CancellationToken.None),
        _ => client.Api.SubmitAsync(entry.Key, entry.Body<FilingSubmission>(), CancellationToken.None),
    };

    // The agency's own 404 says that a filing is not there; for a submission there is none to be missing.
    private static IReadOnlyList<FilingProblem>? Refusal(ApiException answer, OutboxEntry entry) =>
        answer.StatusCode == HttpStatusCode.NotFound && entry.Target is not null ? Problems(answer) : Refusal(answer);

    /// <summary>The reasons, when the agency itself has refused; null for an answer of anything in between.</summary>
    internal static IReadOnlyList<FilingProblem>? Refusal(ApiException answer) =>
        answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity
            or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType
            ? Problems(answer)
            : null;

    private static IReadOnlyList<FilingProblem>? Problems(ApiException answer)
    {
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
