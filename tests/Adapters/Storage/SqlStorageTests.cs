using Dapper;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Storage;

public sealed class SqlStorageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly BotDatabase database;
    private readonly BotVault vault;
    private readonly SqlStorage storage;

    public SqlStorageTests()
    {
        database = new BotDatabase(folder.File("bot.db"));
        vault = Vaults.Of(database);
        storage = new SqlStorage(database, vault, new ManualClock(Some.Morning));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task DialogStateInConversationStateComesBackAsWhatItWas()
    {
        await TurnAsync(async (state, turn) =>
        {
            var dialogs = await state.CreateProperty<DialogState>("dialogs").GetAsync(turn, () => new DialogState());
            dialogs.DialogStack.Add(new DialogInstance { Id = "filing", State = new Dictionary<string, object> { ["answers"] = new Answers { ["name"] = "张三", ["startsOn"] = "2026-12-01T00:00:00" }, ["inner"] = new DialogState() } });
            await state.SaveChangesAsync(turn);
        });

        await TurnAsync(async (state, turn) =>
        {
            var dialogs = await state.CreateProperty<DialogState>("dialogs").GetAsync(turn, () => new DialogState());
            var instance = Assert.Single(dialogs.DialogStack);
            Assert.Equal("filing", instance.Id);
            Assert.IsType<DialogState>(instance.State["inner"]);
            var answers = Assert.IsType<Answers>(instance.State["answers"]);
            Assert.Equal("张三", answers["name"]);
            Assert.Equal("2026-12-01T00:00:00", answers["startsOn"]);
        });
    }

    [Fact]
    public async Task OfTwoTurnsThatReadTheSameStateTheSecondToSaveIsRefused()
    {
        await SetAsync("old");
        await TurnAsync(async (first, turnOfFirst) => await TurnAsync(async (second, turnOfSecond) =>
        {
            await first.CreateProperty<string>("text").SetAsync(turnOfFirst, "first");
            await second.CreateProperty<string>("text").SetAsync(turnOfSecond, "second");
            await first.SaveChangesAsync(turnOfFirst);
            await AssertConflictAsync(() => second.SaveChangesAsync(turnOfSecond));
        }));
        Assert.Equal("first", await GetAsync());
    }

    [Fact]
    public async Task OfTwoFirstTurnsTheSecondToSaveIsRefused()
    {
        await TurnAsync(async (first, turnOfFirst) => await TurnAsync(async (second, turnOfSecond) =>
        {
            await first.CreateProperty<string>("text").SetAsync(turnOfFirst, "first");
            await second.CreateProperty<string>("text").SetAsync(turnOfSecond, "second");
            await first.SaveChangesAsync(turnOfFirst);
            await AssertConflictAsync(() => second.SaveChangesAsync(turnOfSecond));
        }));
        Assert.Equal("first", await GetAsync());
    }

    [Fact]
    public async Task OneTurnMaySaveTwice()
    {
        await TurnAsync(async (state, turn) =>
        {
            var text = state.CreateProperty<string>("text");
            await text.SetAsync(turn, "once");
            await state.SaveChangesAsync(turn);
            await text.SetAsync(turn, "twice");
            await state.SaveChangesAsync(turn);
        });
        Assert.Equal("twice", await GetAsync());
    }

    [Fact]
    public async Task AStateThatWasClearedIsStillSaved()
    {
        await SetAsync("old");
        await TurnAsync(async (state, turn) =>
        {
            await state.ClearStateAsync(turn);
            await state.SaveChangesAsync(turn);
        });
        Assert.Null(await GetAsync());
    }

    [Fact]
    public async Task AStateThatWasDeletedIsGone()
    {
        await SetAsync("old");
        await TurnAsync((state, turn) => state.DeleteAsync(turn));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task OfManyWritersAtOnceExactlyOneWinsEachRound()
    {
        await WriteAsync("counter", new Dictionary<string, object> { ["n"] = 0L });
        var conflicts = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 10;)
            {
                var item = (IDictionary<string, object>)(await storage.ReadAsync(["counter"]))["counter"];
                item["n"] = (long)item["n"] + 1;
                try
                {
                    await WriteAsync("counter", item);
                    done++;
                }
                catch (InvalidOperationException)
                {
                    Interlocked.Increment(ref conflicts);
                }
            }
        })));
        var counter = (IDictionary<string, object>)(await storage.ReadAsync(["counter"]))["counter"];
        Assert.Equal(80L, counter["n"]);
    }

    [Fact]
    public async Task AStoreItemIsComparedByItsETag()
    {
        var item = new Item { Text = "new" };
        await WriteAsync("item", item);
        var stale = (Item)(await storage.ReadAsync(["item"]))["item"];
        Assert.Equal(item.ETag, stale.ETag);

        item.Text = "newer";
        await WriteAsync("item", item);
        await AssertConflictAsync(() => WriteAsync("item", stale));
        await AssertConflictAsync(() => WriteAsync("item", new Item { Text = "without" }));
        await WriteAsync("item", new Item { Text = "forced", ETag = "*" });
        Assert.Equal("forced", ((Item)(await storage.ReadAsync(["item"]))["item"]).Text);
    }

    [Fact]
    public async Task APlainObjectIsComparedToo()
    {
        await WriteAsync("plain", new Plain { Text = "new" });
        var first = (Plain)(await storage.ReadAsync(["plain"]))["plain"];
        var second = (Plain)(await storage.ReadAsync(["plain"]))["plain"];
        await WriteAsync("plain", first);
        await AssertConflictAsync(() => WriteAsync("plain", second));
        await AssertConflictAsync(() => WriteAsync("plain", new Plain()));
    }

    [Fact]
    public async Task WhenOneItemConflictsNoneIsWritten()
    {
        await WriteAsync("taken", new Item());
        await AssertConflictAsync(() => storage.WriteAsync(new Dictionary<string, object> { ["fresh"] = new Item(), ["taken"] = new Item() }));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task DeletingTakesOnlyTheNamedKeys()
    {
        await storage.WriteAsync(new Dictionary<string, object> { ["a"] = new Item(), ["b"] = new Item(), ["c"] = new Item() });
        await storage.DeleteAsync(["a", "c", "unknown"]);
        await storage.DeleteAsync([]);
        Assert.IsType<Item>((await storage.ReadAsync(["b"]))["b"]);
        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData("System.IO.FileInfo, System.Private.CoreLib")]
    [InlineData("System.Diagnostics.Process, System.Diagnostics.Process")]
    [InlineData("System.Collections.Generic.List`1[[System.IO.FileInfo, System.Private.CoreLib]], System.Private.CoreLib")]
    [InlineData("System.IO.FileInfo[], System.Private.CoreLib")]
    [InlineData("Newtonsoft.Json.JsonSerializer, Newtonsoft.Json")]
    [InlineData("Dapper.SqlMapper, Dapper")]
    [InlineData("PolicyBot.NoSuchThing, PolicyBot.Adapters")]
    public async Task AStoredTypeThatIsNotLetInIsRefused(string type)
    {
        await using (var connection = await database.OpenAsync(default))
        {
            await connection.ExecuteAsync("INSERT INTO bot_state (key, etag, json) VALUES ('bad', '1', @json)", new { json = vault.Seal(DataKind.State, $$"""{"$type":"{{type}}"}""") });
        }

        await Assert.ThrowsAsync<JsonSerializationException>(() => storage.ReadAsync(["bad"]));
    }

    [Fact]
    public async Task StateOfTheOtherSideOfTheSwitchIsRead()
    {
        var official = vault.Seal(DataKind.State, """{"$type":"Microsoft.Bot.Builder.Dialogs.DialogState, Microsoft.Bot.Builder.Dialogs"}""");
        var compat = vault.Seal(DataKind.State, """{"$type":"Microsoft.Bot.Builder.Dialogs.DialogState, PolicyBot.Compat"}""");
        await using (var connection = await database.OpenAsync(default))
        {
            await connection.ExecuteAsync("INSERT INTO bot_state (key, etag, json) VALUES ('official', '1', @official), ('compat', '1', @compat)", new { official, compat });
        }

        var items = await storage.ReadAsync(["official", "compat"]);
        Assert.All(items.Values, item => Assert.IsType<DialogState>(item));
    }

    private static async Task AssertConflictAsync(Func<Task> write)
    {
        var conflict = await Assert.ThrowsAsync<InvalidOperationException>(write);
        Assert.StartsWith("Etag conflict", conflict.Message, StringComparison.Ordinal);
    }

    private Task WriteAsync(string key, object item) => storage.WriteAsync(new Dictionary<string, object> { [key] = item });

    private async Task<int> CountAsync()
    {
        await using var connection = await database.OpenAsync(default);
        return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM bot_state");
    }

    private Task SetAsync(string text) => TurnAsync(async (state, turn) =>
    {
        await state.CreateProperty<string>("text").SetAsync(turn, text);
        await state.SaveChangesAsync(turn);
    });

    private async Task<string?> GetAsync()
    {
        string? text = null;
        await TurnAsync(async (state, turn) => text = await state.CreateProperty<string>("text").GetAsync(turn, () => null!));
        return text;
    }

    private async Task TurnAsync(Func<ConversationState, ITurnContext, Task> run)
    {
        var state = new ConversationState(storage);
        var activity = new Activity { Type = ActivityTypes.Message, ChannelId = "test", Conversation = new ConversationAccount { Id = "conversation" } };
        using var turn = new TurnContext(new TestAdapter(), activity);
        await state.LoadAsync(turn);
        await run(state, turn);
    }

    internal sealed class Answers : Dictionary<string, string>;

    internal sealed class Plain
    {
        public string? Text { get; set; }
    }

    internal sealed class Item : IStoreItem
    {
        public string? Text { get; set; }

        public string? ETag { get; set; }
    }
}
