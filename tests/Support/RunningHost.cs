using Microsoft.AspNetCore.Builder;

namespace PolicyBot.Tests.Support;

/// <summary>The whole host as it runs for people, on a free port, with its data in a folder of its own.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private WebApplication? app;

    /// <summary>Folder of the databases, uploads and attachments.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("policybot-").FullName;

    /// <summary>Further settings, as on the command line.</summary>
    internal string[] More { get; init; } = [];

    /// <summary>Called before the start.</summary>
    internal Action<WebApplication>? Built { get; init; }

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => app!.Services;

    public async Task InitializeAsync()
    {
        app = PolicyBot.Bot.BotHost.Build(
        [
            "--urls", "http://127.0.0.1:0",
            $"--Storage:Path={Data}/bot.db", $"--Uploads:Path={Data}/uploads",
            $"--FilingService:Path={Data}/filing.db", $"--FilingService:AttachmentsPath={Data}/attachments",
            $"--WebChat:TokenKeyFile={Data}/keys/webchat.key", $"--Privacy:MasterKeyFile={Data}/keys/master.key",
            "--Logging:LogLevel:Default=Warning",
            .. More,
        ]);
        Built?.Invoke(app);
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }
}
