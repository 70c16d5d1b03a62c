using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Adapters.Papers;

/// <summary>Deletes answers whose time is over, at the start and every few minutes.</summary>
internal sealed partial class PaperSweeper(PreparedPaperStore store, TimeProvider clock, ILogger<PaperSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await store.SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A full disk or a locked file is gone by the next time; stopping would keep people's data for good.
                LogFailure(e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "Answers for printed papers could not be deleted: {Exception}")]
    private partial void LogFailure(string exception);
}
