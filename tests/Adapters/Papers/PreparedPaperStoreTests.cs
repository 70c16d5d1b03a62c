using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Papers;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.WebChat;
using PolicyBot.Adapters.WebChat.Tokens;
using PolicyBot.Tests.Knowledge.Forms;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Papers;

/// <summary>Time runs out for what was prepared, and for the links to it.</summary>
public sealed class PreparedPaperStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(Some.Morning);
    private readonly BotDatabase database;
    private readonly PreparedPaperStore store;

    public PreparedPaperStoreTests()
    {
        database = new BotDatabase(Path.Combine(folder.Path, "bot.db"));
        store = new PreparedPaperStore(database, new EphemeralDataProtectionProvider(), Options.Create(new PaperOptions()), clock);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_kept_comes_back_whole()
    {
        var id = await store.KeepAsync(Papers, "one", default);
        var found = await store.FindAsync(id, "one", default);

        Assert.Equal(Papers.Answers!.OrderBy(answer => answer.Key), found!.Answers!.OrderBy(answer => answer.Key));
        Assert.Equal(Papers.Situation.Facts, found.Situation.Facts);
        Assert.Equal(Papers.Situation with { Facts = found.Situation.Facts }, found.Situation);
        Assert.Null(await store.FindAsync(id, "two", default));
    }

    [Fact]
    public async Task After_an_hour_it_is_gone_from_the_disk_too()
    {
        var id = await store.KeepAsync(Papers, "one", default);
        clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await store.FindAsync(id, "one", default));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await store.FindAsync(id, "one", default));

        using var sweeper = new PaperSweeper(store, clock, NullLogger<PaperSweeper>.Instance);
        await sweeper.StartAsync(default);
        while (await CountAsync() > 0)
        {
            await Task.Yield();
        }

        await sweeper.StopAsync(default);
    }

    [Fact]
    public async Task Who_has_their_data_deleted_has_these_deleted_too_and_nobody_else()
    {
        var (mine, listed, theirs) = (await store.KeepAsync(Papers, "one", default), await store.KeepAsync(Papers with { Answers = null }, "one", default), await store.KeepAsync(Papers, "two", default));

        Assert.Equal(new Erasure(2), await store.EraseAsync(new PersonRef("webchat", "me", "one"), default));

        Assert.Null(await store.FindAsync(mine, "one", default));
        Assert.Null(await store.FindAsync(listed, "one", default));
        Assert.NotNull(await store.FindAsync(theirs, "two", default));
    }

    [Fact]
    public async Task Retention_counts_only_those_whose_hour_is_over()
    {
        await store.KeepAsync(Papers, "one", default);
        clock.Advance(TimeSpan.FromMinutes(59));
        await store.KeepAsync(Papers, "two", default);
        Assert.Equal(0, await store.ExpireAsync(new RetentionOptions(), clock.GetUtcNow(), default));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await store.ExpireAsync(new RetentionOptions(), clock.GetUtcNow(), default));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public void A_link_expires_as_soon()
    {
        var tokens = new TokenService(new byte[32], clock);
        var link = new PaperLinks(tokens, new WebChatOptions()).Open("[x](/v3/directline/conversations/one/papers/id/paper.docx)", "one", "user", "http://host");
        var token = link[(link.IndexOf("?t=", StringComparison.Ordinal) + 3)..^1];

        Assert.Equal(TokenState.Valid, tokens.Read(TokenPurpose.Paper, token).State);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TokenState.Expired, tokens.Read(TokenPurpose.Paper, token).State);
    }

    [Theory]
    [InlineData("/v3/directline/conversations/one/papers/id/paper.docx")]
    [InlineData("[x](/v3/directline/conversations/two/papers/id/paper.docx)")]
    [InlineData("[x](https://elsewhere/v3/directline/conversations/one/papers/id/paper.docx)")]
    public void Only_a_link_of_our_own_to_this_conversation_is_made_to_open(string text) =>
        Assert.Equal(text, new PaperLinks(new TokenService(new byte[32], clock), new WebChatOptions()).Open(text, "one", "user", "http://host"));

    private static PreparedPapers Papers { get; } = new(SomePaperwork.Changchun("referral", "treatment"), SomePaperwork.Answers);

    private async Task<int> CountAsync()
    {
        await using var connection = await database.OpenAsync(default);
        return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM prepared_papers");
    }
}
