using System.Diagnostics;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Adapters.Hotline;
using PolicyBot.Adapters.Papers;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.WebChat;
using PolicyBot.Bot.Dialogs;

namespace PolicyBot.Bot;

/// <summary>One host for all.</summary>
public static class BotHost
{
    public static WebApplication Build(string[] args)
    {
        // Bot Framework's dialogs trace the first characters of what a person typed, and the runtime hands traces to syslog.
        Trace.Listeners.Clear();

        var root = ContentRoot.Find();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = root });

        builder.Services.AddKnowledge(builder.Configuration, root);
        builder.Services.AddStorage(builder.Configuration, root);
        builder.Services.AddConversation(builder.Configuration);
        builder.Services.AddFiling(builder.Configuration);
        builder.Services.AddFilingService(builder.Configuration);
        builder.Services.AddWebChat(builder.Configuration);
        builder.Services.AddPapers(builder.Configuration);
        builder.Services.AddRetention(builder.Configuration);
        builder.Services.AddHotline();
        builder.Services.AddLookUpApi();
        builder.Services.AddOpenApi("v1");

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapLookUpApi();
        app.MapFilingService();
        app.MapWebChat();
        app.MapPapers();
        app.MapHotline();
        app.MapOpenApi("/openapi/{documentName}.json");
        return app;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args);
        await app.StartAsync();
        Console.WriteLine($"PolicyBot 已启动，请在浏览器打开 {app.Urls.First()}/");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
