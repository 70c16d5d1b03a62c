using Dapper;
using Microsoft.Data.Sqlite;
using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.Storage;
using PolicyBot.Tests.Bot.Commands;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Audit;

public sealed class AuditLogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly BotDatabase database;
    private readonly AuditLog log;

    public AuditLogTests()
    {
        database = new BotDatabase(folder.File("bot.db"));
        log = Log(database);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AChainIsWholeAlsoWhenManyWriteAtOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => log.AppendAsync(Entry(number), default))));
        var check = await log.VerifyAsync(default);
        Assert.Equal((40, null), (check.Count, check.Broken));
        Assert.Equal(40, check.Hashes.Count);
    }

    [Theory]
    [InlineData("UPDATE audit_log SET action = 'x' WHERE sequence = 2")]
    [InlineData("DELETE FROM audit_log WHERE sequence = 3")]
    [InlineData("INSERT OR REPLACE INTO audit_log SELECT sequence, at, 'person/other', action, entity, previous, hash FROM audit_log WHERE sequence = 2")]
    [InlineData("INSERT INTO audit_log SELECT 9, at, actor, action, entity, previous, hash FROM audit_log WHERE sequence = 2")]
    public async Task TheDatabaseRefusesToChangeIt(string sql)
    {
        await FillAsync();
        await using var connection = await database.OpenAsync(default);
        var refused = await Assert.ThrowsAsync<SqliteException>(() => connection.ExecuteAsync(sql));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        Assert.Null((await log.VerifyAsync(default)).Broken);
    }

    [Theory]
    [InlineData("UPDATE audit_log SET action = 'x' WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit_log SET at = '2020-01-01T00:00:00.0000000+00:00' WHERE sequence = 1", 1)]
    [InlineData("DELETE FROM audit_log WHERE sequence = 3", 3)]
    [InlineData("DELETE FROM audit_log WHERE sequence = 3; UPDATE audit_log SET sequence = 3, previous = (SELECT hash FROM audit_log WHERE sequence = 2) WHERE sequence = 4", 3)]
    [InlineData("UPDATE audit_log SET entity = (SELECT entity FROM audit_log WHERE sequence = 1) WHERE sequence = 4", 4)]
    public async Task WhoTakesTheTriggersAwayAndChangesARowIsFound(string sql, long broken)
    {
        await FillAsync();
        await TamperAsync(sql);
        Assert.Equal(broken, (await log.VerifyAsync(default)).Broken);
    }

    [Fact]
    public async Task APersonIsAKeyedHashInIt()
    {
        Assert.Matches("^person/[0-9a-f]{16}$", log.ActorOf("wechat/openid"));
        Assert.Equal(log.ActorOf("wechat/openid"), Log(database).ActorOf("wechat/openid"));
        await FillAsync();
        await using var connection = await database.OpenAsync(default);
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM audit_log WHERE actor LIKE '%openid%'"));
    }

    [Fact]
    public async Task TheCommandSaysOkOrTheFirstBrokenRow()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage__Path"] = folder.File("bot.db"), ["Privacy__MasterKey"] = Convert.ToBase64String(new byte[32]), ["Uploads__Path"] = folder.File("uploads"),
        };
        await FillAsync();
        var head = (await log.VerifyAsync(default)).Head;

        var good = await CommandRun.Typing([], settings, "audit", "verify");
        Assert.Equal((0, $"OK：4 条，末条 {head}"), (good.ExitCode, good.Output.Trim()));

        await TamperAsync("DELETE FROM audit_log WHERE sequence = 4");
        Assert.Equal(0, (await CommandRun.Typing([], settings, "audit", "verify")).ExitCode);
        var cut = await CommandRun.Typing([], settings, "audit", "verify", "--holds", head);
        Assert.Equal(1, cut.ExitCode);
        Assert.Contains("截掉", cut.Output, StringComparison.Ordinal);

        await TamperAsync("UPDATE audit_log SET action = 'x' WHERE sequence = 2");
        var bad = await CommandRun.Typing([], settings, "audit", "verify");
        Assert.Equal((1, "第 2 条对不上，前面 1 条没有问题。"), (bad.ExitCode, bad.Output.Trim()));
    }

    private static AuditLog Log(BotDatabase database) => new(database, Vaults.Of(database), new ManualClock(Some.Morning));

    private AuditEntry Entry(int number) => new(log.ActorOf("wechat/openid"), AuditActions.ConsentGiven, $"notice/{number}");

    private async Task FillAsync()
    {
        for (var number = 0; number < 4; number++)
        {
            await log.AppendAsync(Entry(number), default);
        }
    }

    private async Task TamperAsync(string sql)
    {
        await using var connection = await database.OpenAsync(default);
        await connection.ExecuteAsync(
            "DROP TRIGGER IF EXISTS audit_log_is_not_changed; DROP TRIGGER IF EXISTS audit_log_is_not_deleted; DROP TRIGGER IF EXISTS audit_log_grows_at_its_end;" + sql);
    }
}
