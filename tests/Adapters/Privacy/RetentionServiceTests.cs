using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Adapters.WebChat.Tokens;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Privacy;

public sealed class RetentionServiceTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(Some.Morning);
    private FilingHost host = null!;
    private ConversationHistory chat = null!;
    private RetentionService retention = null!;

    public async Task InitializeAsync()
    {
        host = await FilingHost.StartAsync(folder, clock);
        chat = new ConversationHistory(host.Bot, host.Services.GetRequiredService<BotVault>(), clock);
        retention = new RetentionService(
            host.Services.GetServices<IPersonalDataStore>().Append(chat), Options.Create(new RetentionOptions()), clock, NullLogger<RetentionService>.Instance);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task EachKindIsKeptForItsDaysAndNoLonger()
    {
        await FillAsync();
        Assert.Equal(0, await retention.RunAsync(default));
        Assert.Equal((1, 1, 1, 1, 2, 2), await CountAsync());

        clock.Advance(TimeSpan.FromDays(31)); // chat, the bot's uploads, the attachment that no filing names
        await retention.RunAsync(default);
        Assert.Equal((1, 0, 1, 1, 0, 1), await CountAsync());

        clock.Advance(TimeSpan.FromDays(60)); // the interview
        await retention.RunAsync(default);
        Assert.Equal((0, 0, 1, 1, 0, 1), await CountAsync());

        clock.Advance(TimeSpan.FromDays(275)); // the question
        await retention.RunAsync(default);
        Assert.Equal((0, 0, 1, 0, 0, 1), await CountAsync());

        clock.Advance(TimeSpan.FromDays(3 * 365)); // the receipt; never the filing with its attachment
        await retention.RunAsync(default);
        Assert.Equal((0, 0, 0, 0, 0, 1), await CountAsync());
        await using var filings = await host.Filings.OpenAsync(default);
        Assert.Equal(1, await filings.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM filings"));
        Assert.Empty(folder.Files("data/uploads"));
        Assert.Single(folder.Files("data/attachments"));
    }

    [Fact]
    public async Task AConversationThatGoesOnIsKeptWhole()
    {
        await SayAsync(1);
        clock.Advance(TimeSpan.FromDays(25));
        await SayAsync(2);
        clock.Advance(TimeSpan.FromDays(25));
        await retention.RunAsync(default);
        Assert.Equal(2, (await chat.ReadAfterAsync("c", 0, default)).Count);
    }

    [Fact]
    public async Task FilesThatNoRowNamesGoAndFreshOnesStay()
    {
        var uploads = host.Services.GetRequiredService<IUploadStore>();
        await uploads.SaveAsync(new MemoryStream(Some.Jpeg), "a.jpg", "c", default);
        var kept = Assert.Single(folder.Files("data/uploads"));
        var (orphan, half, fresh) = (Beside(kept, 'e'), Beside(kept, 'f') + ".part", Beside(kept, 'd') + ".part");
        foreach (var path in new[] { orphan, half, fresh })
        {
            File.Copy(kept, path);
            File.SetLastWriteTimeUtc(path, (path == fresh ? Some.Morning.AddHours(-1) : Some.Morning.AddDays(-2)).UtcDateTime);
        }

        File.SetLastWriteTimeUtc(kept, Some.Morning.AddDays(-2).UtcDateTime);
        Assert.Equal(2, await retention.RunAsync(default));
        Assert.Equal([kept, fresh], folder.Files("data/uploads").OrderBy(path => path.Length));
    }

    [Fact]
    public async Task AFilingOnItsWayOutlivesItsOwnersErasureAndGoesOnceItHasArrived()
    {
        var outbox = host.Services.GetRequiredService<PolicyBot.Adapters.Filings.Outbox>();
        await outbox.AddAsync("under-way", "webchat/me", Some.Submission(await host.AttachAsync()), clock.GetUtcNow(), clock.GetUtcNow());
        var erased = await host.Services.GetRequiredService<IPersonalDataEraser>().EraseAsync(new PersonRef("webchat", "me", "c"), default);
        Assert.Equal(1, erased.Pending);
        Assert.Empty(await host.Desk.ForOwnerAsync("webchat/me", default));

        Assert.Equal(1, await host.Resender.SendDueAsync(default));
        await retention.RunAsync(default);

        Assert.Null(await outbox.FindAsync("under-way", default));
        await using var filings = await host.Filings.OpenAsync(default);
        Assert.Equal(1, await filings.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM filings"));
    }

    private static string Beside(string path, char letter) => Path.Combine(Path.GetDirectoryName(path)!, new string(letter, 32));

    private async Task FillAsync()
    {
        await SayAsync(1);
        await host.Services.GetRequiredService<Microsoft.Bot.Builder.IStorage>().WriteAsync(
            new Dictionary<string, object>(StringComparer.Ordinal) { ["webchat/conversations/c"] = new Dictionary<string, object> { ["a"] = "b" } });
        await host.Services.GetRequiredService<IUnansweredQuestions>().AddAsync(new UnansweredQuestion("几点上班", null, null, new DateOnly(2026, 12, 1)), default);
        await host.AttachAsync(); // never filed
        await host.Desk.SubmitAsync(Some.Key(), "webchat/me", Some.Submission(await host.AttachAsync()), default);
    }

    private Task SayAsync(long sequence) => chat.AppendAsync(
        "c", sequence == 1 ? new Ticket("c", "me") : null, [new StoredActivity(sequence, clock.GetUtcNow().ToUnixTimeMilliseconds(), null, "{}")], default);

    private async Task<(int State, int Chats, int Receipts, int Questions, int Uploads, int Attachments)> CountAsync()
    {
        await using var bot = await host.Bot.OpenAsync(default);
        await using var filings = await host.Filings.OpenAsync(default);
        return (await Of(bot, "bot_state"), await Of(bot, "webchat_activities"), await Of(bot, "filing_outbox"), await Of(bot, "unanswered_questions"),
            await Of(bot, "uploads"), await Of(filings, "attachments"));

        static Task<int> Of(System.Data.Common.DbConnection connection, string table) => connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM {table}");
    }
}
