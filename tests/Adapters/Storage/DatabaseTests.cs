using Dapper;
using PolicyBot.Adapters.Storage;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Storage;

public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EveryConnectionNewOrPooledHasItsCommitsOnDisk()
    {
        var database = new BotDatabase(folder.File("data/bot.db"));
        for (var round = 0; round < 3; round++)
        {
            await using var first = await database.OpenAsync(default);
            await using var second = await database.OpenAsync(default);
            foreach (var connection in new[] { first, second })
            {
                Assert.Equal(2, await connection.ExecuteScalarAsync<int>("PRAGMA synchronous"));
                Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode"));
                Assert.Equal(1, await connection.ExecuteScalarAsync<int>("PRAGMA foreign_keys"));
                Assert.Equal(30000, await connection.ExecuteScalarAsync<int>("PRAGMA busy_timeout"));
            }

            // What one user of a pooled connection sets is not there for the next.
            await first.ExecuteAsync("PRAGMA synchronous=OFF");
        }
    }

    [Fact]
    public async Task ScriptsRunOnceAndInTheOrderOfTheirNames()
    {
        var path = folder.File("bot.db");
        await using var connection = await new BotDatabase(path).OpenAsync(default);
        var applied = (await connection.QueryAsync<string>("SELECT name FROM schema_scripts ORDER BY rowid")).AsList();
        Assert.StartsWith("0001-", applied[0], StringComparison.Ordinal);
        Assert.Equal(applied.Order(StringComparer.Ordinal), applied);

        await connection.ExecuteAsync("INSERT INTO bot_state (key, etag, json) VALUES ('kept', '1', '{}')");
        await using var again = await new BotDatabase(path).OpenAsync(default);
        Assert.Equal(1, await again.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM bot_state"));
    }

    [Fact]
    public async Task ManyThatStartTogetherOnANewFileAllGetTheSchema()
    {
        for (var round = 0; round < 5; round++)
        {
            var path = folder.File($"together{round}.db");
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            {
                await using var connection = await new BotDatabase(path).OpenAsync(default);
                Assert.Equal(0, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM bot_state"));
            })));
        }
    }

    [Fact]
    public async Task TheFolderOfANewDatabaseIsForItsUserAlone()
    {
        await using var connection = await new BotDatabase(folder.File("data/bot.db")).OpenAsync(default);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.File("data")));
        }
    }

    [Fact]
    public async Task TheFilingServiceHasTablesOfItsOwn()
    {
        await using var connection = await new PolicyBot.Adapters.FilingService.FilingDatabase(folder.File("filing.db")).OpenAsync(default);
        var tables = await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");
        Assert.Equal(["attachments", "commitment_bars", "filing_documents", "filing_documents_replaced", "filing_facts", "filing_history", "filings", "idempotency_keys", "lookup_keys", "protection_keys", "schema_scripts"], tables);
    }
}
