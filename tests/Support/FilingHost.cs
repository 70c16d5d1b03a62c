using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Adapters.Storage;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Support;

/// <summary>
/// The bot's side of filing and the filing service in one host on a free port, as they run by default: over HTTP, with their
/// SQLite files in the test's folder. Started again on the same folder it is the process after a crash.
/// </summary>
internal sealed class FilingHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private FilingHost(WebApplication app, ConcurrentQueue<string> log) => (this.app, Log) = (app, log);

    public IServiceProvider Services => app.Services;

    public IFilingDesk Desk => Services.GetRequiredService<IFilingDesk>();

    public FilingResender Resender => Services.GetRequiredService<FilingResender>();

    public IFilingReview Review => Services.GetRequiredService<IFilingReview>();

    public FilingDatabase Filings => Services.GetRequiredService<FilingDatabase>();

    public BotDatabase Bot => Services.GetRequiredService<BotDatabase>();

    /// <summary>Every line that was logged, at the finest level.</summary>
    public ConcurrentQueue<string> Log { get; }

    /// <param name="line">What lies between bot and service; see <see cref="FaultyLine"/>.</param>
    /// <param name="resending">Whether resender and sweeper run by themselves; else a test calls them.</param>
    public static async Task<FilingHost> StartAsync(
        TemporaryFolder folder, TimeProvider clock, IDeterminer? determiner = null, FaultyLine? line = null, bool resending = false,
        params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder.Path, EnvironmentName = "Testing" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Urls"] = "http://127.0.0.1:0", ["Filing:Retries"] = "0" });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        var log = new ConcurrentQueue<string>();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new CollectingLogger(log));
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(determiner ?? new FixedDeterminer()).AddSingleton(RealKnowledge.Calendar);
        builder.Services.AddStorage(builder.Configuration, folder.Path).AddFiling(builder.Configuration).AddFilingService(builder.Configuration);
        if (line is not null)
        {
            builder.Services.AddHttpClient("filing").AddHttpMessageHandler(() => new FaultyLine.Handler(line));
        }

        if (!resending)
        {
            foreach (var background in builder.Services.Where(service => service.ServiceType == typeof(IHostedService)
                && (service.ImplementationFactory?.Method.ReturnType == typeof(FilingResender) || service.ImplementationFactory?.Method.ReturnType == typeof(FilingSweeper))).ToList())
            {
                builder.Services.Remove(background);
            }
        }

        var app = builder.Build();
        app.MapFilingService();
        await app.StartAsync();
        return new FilingHost(app, log);
    }

    /// <summary>A client that speaks to the service as the bot does, with its key.</summary>
    public HttpClient Client(bool withKey = true)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        if (withKey)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", Services.GetRequiredService<FilingApiKey>().Value);
        }

        return client;
    }

    /// <summary>Uploads a photo as the dialog does and returns the agency's id for it.</summary>
    public async Task<string> AttachAsync()
    {
        var uploads = Services.GetRequiredService<IUploadStore>();
        var upload = (await uploads.SaveAsync(new MemoryStream(Some.Jpeg), "居住证.jpg", "somebody", default)).Upload!;
        await using var content = uploads.Open(upload);
        return (await Desk.AttachAsync(upload, content, default)).Attachment!;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private sealed class CollectingLogger(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
