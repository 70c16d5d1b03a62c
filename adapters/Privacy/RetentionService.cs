using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PolicyBot.Adapters.Privacy;

/// <summary>Deletes on a schedule what need not be kept any longer.</summary>
internal sealed partial class RetentionService(
    IEnumerable<IPersonalDataStore> stores, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<RetentionService> logger) : BackgroundService
{
    /// <summary>Looks through every store once; returns how many entries were deleted. A store that fails does not keep the others.</summary>
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var store in stores)
        {
            try
            {
                deleted += await store.ExpireAsync(options.Value, clock.GetUtcNow(), cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                StoreFailed(store.GetType().Name, failure.GetType().Name);
            }
        }

        if (deleted > 0)
        {
            Deleted(deleted);
        }

        return deleted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the start's way.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunAsync(stoppingToken);
            await Task.Delay(options.Value.Every, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "Retention: {Count} entries were deleted")]
    private partial void Deleted(int count);

    [LoggerMessage(LogLevel.Error, "Retention: {Store} could not be looked through ({Failure})")]
    private partial void StoreFailed(string store, string failure);
}
