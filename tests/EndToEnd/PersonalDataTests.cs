using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyBot.Adapters.Audit;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.EndToEnd;

/// <summary>A whole filing on the whole host, watched by everything that can watch it.</summary>
public sealed class PersonalDataTests
{
    private const string Name = "欧阳慧兰";
    private const string Phone = "18652417396";

    private static readonly string IdNumber = Some.IdNumberOf(new DateOnly(1951, 11, 27), 384);

    // As they stand in addresses too.
    private static readonly string[] Personal = [Name, Phone, IdNumber, Uri.EscapeDataString(Name)];

    [Fact]
    public async Task NothingOfThePersonIsInClearInFilesLogsTracesOrMetrics()
    {
        using var traces = new Traces();
        var log = new CollectingLogger();
        await using var running = await StartAsync(log);
        var host = running.Host;
        using var person = await FileAsync(host);
        await person.SayAsync("我的备案到哪一步了");
        await person.SayAsync($"我叫{Name}，热水器坏了找谁修，电话{Phone}");

        (await host.Client.GetAsync($"/api/v1/answers?q={Uri.EscapeDataString($"我叫{Name}，电话{Phone}，承诺书是什么意思")}&place=320509")).EnsureSuccessStatusCode();

        Assert.NotEmpty(log.Lines);
        Assert.NotEmpty(traces.Lines);
        AssertClean(log, traces, host);

        using (var filings = new SqliteConnection($"Data Source={host.Data}/filing.db;Mode=ReadOnly"))
        {
            Assert.Equal(1, await filings.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM filings"));
        }

        using var bot = new SqliteConnection($"Data Source={host.Data}/bot.db;Mode=ReadOnly");
        var questions = await bot.QueryAsync<string>("SELECT question FROM unanswered_questions ORDER BY id");
        Assert.Equal(["楼下的***的热水器坏了找谁修", "我叫***，热水器坏了找谁修，电话***"], questions);
        var actions = await bot.QueryAsync<string>("SELECT action FROM audit_log ORDER BY sequence");
        Assert.Equal([AuditActions.ConsentGiven, AuditActions.RequestConfirmed, AuditActions.RequestAccepted], actions);
    }

    [Fact]
    public async Task WhoAsksForItHasTheirDataDeletedAndTheFilingStaysWithTheAgency()
    {
        var log = new CollectingLogger();
        await using var running = await StartAsync(log);
        var host = running.Host;
        using var person = await FileAsync(host);
        using var other = await FileAsync(host);

        await person.SayAsync("删除我的数据");
        Assert.Contains("不会删：已经交给医保经办机构的备案", (await person.TextsAsync())[^1], StringComparison.Ordinal);
        await person.SayAsync("不删了");
        Assert.Contains(await person.TextsAsync(), text => text.Contains("没有删", StringComparison.Ordinal));
        await person.SayAsync("删除我的数据");
        await person.SayAsync("确定删除");

        var said = await person.TextsAsync();
        Assert.Equal("确定删除", said[0]);
        Assert.Contains(said, text => text.Contains("都删了", StringComparison.Ordinal));
        Assert.Contains(said, text => text.Contains("还留着的有两样", StringComparison.Ordinal));
        using (var bot = new SqliteConnection($"Data Source={host.Data}/bot.db;Mode=ReadOnly"))
        {
            Assert.Equal(1, await bot.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM bot_state")); // the other's
            Assert.Equal(2, await bot.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM uploads"));
            Assert.Equal(1, await bot.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM filing_outbox"));
        }

        Assert.Equal(2, Directory.EnumerateFiles($"{host.Data}/uploads", "*", SearchOption.AllDirectories).Count());
        using (var filings = new SqliteConnection($"Data Source={host.Data}/filing.db;Mode=ReadOnly"))
        {
            Assert.Equal(2, await filings.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM filings"));
        }

        var audit = await host.Services.GetRequiredService<IAuditLog>().VerifyAsync(default);
        Assert.Equal((7, null), (audit.Count, audit.Broken));
        await person.SayAsync("我的备案到哪一步了");
        Assert.Contains("没有查到您在这里办的备案", (await person.TextsAsync())[^1], StringComparison.Ordinal);
        Assert.Contains(await other.TextsAsync(), text => text.Contains("提交好了", StringComparison.Ordinal));
    }

    private static void AssertClean(CollectingLogger log, Traces traces, RunningHost host)
    {
        foreach (var word in Personal)
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(word, StringComparison.Ordinal));
            Assert.DoesNotContain(traces.Lines, line => line.Contains(word, StringComparison.Ordinal));
        }

        Assert.True(File.Exists($"{host.Data}/bot.db-wal"));
        Assert.Empty(Traces.InFiles(host.Data, Personal));
    }

    private static async Task<WebChatPerson> FileAsync(RunningHost host)
    {
        var person = new WebChatPerson(new HttpClient { BaseAddress = host.Address });
        await person.BeginAsync();
        foreach (var text in new[] { "我在吴江参保，要去杭州长期住儿子家，怎么备案", "我要备案", "同意", Name, IdNumber, Phone, "今天", $"楼下的{Name}的热水器坏了找谁修", "社会保障卡" })
        {
            (await person.SayAsync(text)).EnsureSuccessStatusCode();
        }

        (await person.UploadAsync(string.Empty, ($"{Name}社保卡.jpg", Some.Jpeg))).EnsureSuccessStatusCode();
        await person.SayAsync("居住证");
        (await person.UploadAsync(string.Empty, ($"{IdNumber}.jpg", Some.Jpeg))).EnsureSuccessStatusCode();
        await person.SayAsync("确认提交");
        Assert.Contains(await person.TextsAsync(), text => text.Contains("提交好了", StringComparison.Ordinal));
        return person;
    }

    private static async Task<Running> StartAsync(CollectingLogger log)
    {
        var host = new RunningHost
        {
            More = ["--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:PolicyBot=Trace"],
            Built = app => app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log),
        };
        await host.InitializeAsync();
        return new Running(host);
    }

    private sealed record Running(RunningHost Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
