using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Adapters.Hotline;
using PolicyBot.Adapters.Hotline.Staff;
using PolicyBot.Adapters.Storage;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Support;

/// <summary>The clerk's pages and the filing service on a free port and a clock that the test moves, with real databases.</summary>
internal sealed partial class HotlineHost : IAsyncDisposable
{
    public const string Password = "correct-horse-42-staple";

    private readonly TemporaryFolder folder = new();
    private WebApplication app = null!;

    public ManualClock Clock { get; } = new(Some.Morning);

    public IStaffAccounts Staff => app.Services.GetRequiredService<IStaffAccounts>();

    public IAuditLog Audit => app.Services.GetRequiredService<IAuditLog>();

    public BotDatabase Bot => app.Services.GetRequiredService<BotDatabase>();

    public static async Task<HotlineHost> StartAsync()
    {
        var host = new HotlineHost();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = host.folder.Path, EnvironmentName = "Testing" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Urls"] = "http://127.0.0.1:0" });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(host.Clock);
        builder.Services.AddSingleton<IDeterminer>(RealKnowledge.Determiner).AddSingleton(RealKnowledge.Calendar).AddSingleton(RealKnowledge.Guides)
            .AddSingleton(RealKnowledge.Places).AddSingleton(RealKnowledge.Policies);
        builder.Services.AddStorage(builder.Configuration, host.folder.Path).AddFiling(builder.Configuration).AddFilingService(builder.Configuration).AddHotline();
        host.app = builder.Build();
        host.app.MapFilingService();
        host.app.MapHotline();
        await host.app.StartAsync();
        return host;
    }

    /// <summary>A browser without scripts: keeps cookies, follows nothing.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };

    public async Task<HttpClient> SignedInAsync(string name, params string[] roles)
    {
        await Staff.AddAsync(name, roles, Password, default);
        var client = Client();
        using var answer = await SignInAsync(client, name, Password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    public static Task<HttpResponseMessage> SignInAsync(HttpClient client, string name, string password) =>
        PostAsync(client, "/hotline/sign-in", "/hotline/sign-in", ("name", name), ("password", password));

    /// <summary>Sends a form as the page at <paramref name="page"/> would.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(page)).Groups["token"].Value;
        using var content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await client.PostAsync(path, content);
    }

    public static async Task<string> FileAsync(IServiceProvider services, string name = "张三丰")
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var submission = Some.Submission() with
        {
            StartsOn = ChinaTime.Today(clock), Person = new Person(name, Some.IdNumber, Some.Phone), Consent = new Consent("2026-11", clock.GetUtcNow().AddMinutes(-1)),
            Documents = [new("identity", "社会保障卡", await AttachAsync(services, "社保卡.jpg")), new("residence-proof", "居住证", await AttachAsync(services, "居住证.jpg"))],
        };
        return (await Api(services).SubmitAsync(Some.Key(), submission, default)).Number;
    }

    /// <summary>The person hands in the residence permit again.</summary>
    public static async Task SupplementAsync(IServiceProvider services, string number) => await Api(services).SupplementAsync(
        number, Some.IdNumber[^4..], Some.Key(), new FilingSupplement([new("residence-proof", "居住证", await AttachAsync(services, "居住证2.jpg"))]), default);

    public static IFilingApi Api(IServiceProvider services) => services.GetRequiredService<FilingApiClient>().Api;

    private static async Task<string> AttachAsync(IServiceProvider services, string file)
    {
        var upload = (await services.GetRequiredService<IUploadStore>().SaveAsync(new MemoryStream(Some.Jpeg), file, "somebody", default)).Upload!;
        await using var content = services.GetRequiredService<IUploadStore>().Open(upload);
        return (await services.GetRequiredService<IFilingDesk>().AttachAsync(upload, content, default)).Attachment!;
    }

    public Task<string> FileAsync(string name = "张三丰") => FileAsync(app.Services, name);

    public IFilingReview Review => app.Services.GetRequiredService<IFilingReview>();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
