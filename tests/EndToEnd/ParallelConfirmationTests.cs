using Dapper;
using Microsoft.Data.Sqlite;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.EndToEnd;

/// <summary>An impatient finger on the whole host.</summary>
public sealed class ParallelConfirmationTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Two_confirmations_at_the_same_moment_give_one_filing()
    {
        using var person = new WebChatPerson(new HttpClient { BaseAddress = host.Address });
        await person.BeginAsync();
        foreach (var text in new[] { "我在吴江参保，要去杭州长期住儿子家，怎么备案", "我要备案", "同意", "张小明", Some.IdNumber, "13800138000", "今天", "社会保障卡" })
        {
            (await person.SayAsync(text)).EnsureSuccessStatusCode();
        }

        (await person.UploadAsync(string.Empty, ("社保卡.jpg", Some.Jpeg))).EnsureSuccessStatusCode();
        await person.SayAsync("居住证");
        (await person.UploadAsync(string.Empty, ("居住证.jpg", Some.Jpeg))).EnsureSuccessStatusCode();
        Assert.Contains(await person.TextsAsync(), text => text.Contains("请核对您填的内容", StringComparison.Ordinal));

        await Task.WhenAll(person.SayAsync("确认提交"), person.SayAsync("确认提交"));

        var said = await person.TextsAsync();
        Assert.Single(said, text => text.Contains("提交好了", StringComparison.Ordinal));
        Assert.Contains(said, text => text.Contains("已经提交过了", StringComparison.Ordinal));
        await using var filings = new SqliteConnection($"Data Source={host.Data}/filing.db;Mode=ReadOnly");
        Assert.Equal(1, await filings.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM filings"));
    }
}
