using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Applies the clock to all filings, so that one that nobody looks at starts, expires and lapses on its day too.</summary>
internal sealed partial class FilingSweeper(
    FilingRegister register, IOptions<FilingServiceOptions> options, TimeProvider clock, ILogger<FilingSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Enabled == true && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await register.SweepAsync(stoppingToken) is > 0 and var swept)
                {
                    Swept(swept);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Reading applies the clock too; the next round may do better.
                SweepFailed(failure);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} filings started, expired or lapsed")]
    private partial void Swept(int count);

    [LoggerMessage(LogLevel.Error, "The filings could not be swept")]
    private partial void SweepFailed(Exception failure);
}
