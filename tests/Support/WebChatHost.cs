using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.WebChat;
using PolicyBot.Adapters.WebChat.Streams;

namespace PolicyBot.Tests.Support;

/// <summary>
/// The web chat in a host of its own on a free port, over real sockets, with its database in the test's folder. Started
/// again on the same folder it is the server after a restart.
/// </summary>
internal sealed class WebChatHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebChatHost(WebApplication app, EchoBot bot, CollectingLogger log) => (this.app, Bot, Log) = (app, bot, log);

    public EchoBot Bot { get; }

    public CollectingLogger Log { get; }

    public WebChatAdapter Adapter => app.Services.GetRequiredService<WebChatAdapter>();

    public IUploadStore Uploads => app.Services.GetRequiredService<IUploadStore>();

    public Uri Address { get; private set; } = null!;

    public string Authority => Address.Authority;

    public static async Task<WebChatHost> StartAsync(TemporaryFolder folder, TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder.Path, EnvironmentName = "Testing" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var log = new CollectingLogger();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        var bot = new EchoBot();
        builder.Services.AddSingleton<IBot>(bot);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration, folder.Path).AddWebChat(builder.Configuration);
        var app = builder.Build();
        app.MapWebChat();
        await app.StartAsync();
        return new WebChatHost(app, bot, log) { Address = new(app.Urls.Single()) };
    }

    /// <summary>A client without a token.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };

    /// <summary>A person who has opened the page: with a token and a conversation that has begun.</summary>
    public async Task<WebChatPerson> PersonAsync()
    {
        var person = new WebChatPerson(Client());
        await person.BeginAsync();
        return person;
    }

    /// <summary>What an operator does by hand.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await app.Services.GetRequiredService<BotDatabase>().OpenAsync(default);
        await connection.ExecuteAsync(sql);
    }

    /// <summary>Every open page loses its connection.</summary>
    public void CloseSockets() => app.Services.GetRequiredService<StreamHub>().CloseAll();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
