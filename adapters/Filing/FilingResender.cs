using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Adapters.Filings;

/// <summary>Sends again what is pending, also what an earlier process left behind.</summary>
internal sealed partial class FilingResender(
    Outbox outbox, FilingSender sender, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<FilingResender> logger) : BackgroundService
{
    // One look at a partial index that is empty nearly always.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Sends what is due now; returns how many entries were tried.</summary>
    internal async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var keys = await outbox.ClaimDueAsync(now, now + sender.Lease, limit: 20, cancellationToken);
        await Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (key, token) => await sender.SendAsync(key, uncertain: true, token));
        return keys.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The API may be this host's own, which answers only once it has started.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The next round may do better; the entries are safe.
                RoundFailed(failure);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be worked through")]
    private partial void RoundFailed(Exception failure);
}
