using PolicyBot.Adapters.Storage;
using PolicyBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>Whatever is typed or sent: a clear answer, the pending question again, and nothing lost.</summary>
public sealed class BadInputTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Fact]
    public Task AnUnknownPlace() => talk.PlayAsync("""
        人: 我要办备案
        人: 哥谭市
        机器人: 没有查到这个地方
        机器人: 您的医保是在哪里交的
        """);

    [Theory]
    [InlineData("2月30日", "没有这一天")]
    [InlineData("很快吧", "没有看懂是哪一天")]
    [InlineData("2020年1月1日", "今天到一年以内")]
    public async Task AnImpossibleDate(string date, string answer)
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync($"""
            人: 王秀英
            人: {Some.IdNumber}
            人: {Some.Phone}
            人: {date}
            机器人: {answer}
            机器人: 备案开始日期
            """);
    }

    [Fact]
    public async Task AWrongCheckDigitAndAPhoneWithALetter()
    {
        var wrong = Some.IdNumber[..17] + (Some.IdNumber[17] == '1' ? '2' : '1');
        await talk.ToTheNameAsync();
        await talk.PlayAsync($"""
            人: 王秀英
            人: {wrong}
            机器人: 有一位不对
            机器人: 身份证号
            人: {Some.IdNumber}
            人: 1380013800o
            机器人: 字母
            机器人: 手机号
            人: {Some.Phone}
            机器人: 备案开始日期
            """);
    }

    [Theory]
    [InlineData("😀😀😀")]
    [InlineData("asdkjfh qwe")]
    [InlineData("？？？")]
    public async Task NothingThatCanBeRead(string text)
    {
        await talk.ToTheResultAsync();
        await talk.PlayAsync($"""
            人: {text}
            机器人: 没有看懂
            机器人: 您想现在就在这里办备案吗
            """);
    }

    [Fact]
    public async Task TenThousandCharacters()
    {
        await talk.ToTheResultAsync();
        await talk.PlayAsync($"""
            人: {new string('我', 10_000)}
            机器人: 太长了
            机器人: 您想现在就在这里办备案吗
            """);
    }

    [Fact]
    public async Task NoTextAtAll()
    {
        await talk.ToTheResultAsync();
        var replies = await talk.Conversation.SayAsync(" ");
        Assert.Contains(replies, reply => reply.Text.Contains("没有收到文字", StringComparison.Ordinal));
        Assert.Contains(replies, reply => reply.Text.Contains("您想现在就在这里办备案吗", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(UploadRefusal.TooLarge, "最大 10 MB")]
    [InlineData(UploadRefusal.ContentDoesNotMatch, "不是图片")]
    [InlineData(UploadRefusal.TypeNotAllowed, "不能收")]
    [InlineData(UploadRefusal.Empty, "是空的")]
    [InlineData(UploadRefusal.QuotaExceeded, "太多了")]
    public async Task AFileThatWasNotTaken(UploadRefusal reason, string answer)
    {
        await talk.ToTheDocumentsAsync();
        await talk.PlayAsync("人: 社会保障卡");
        var replies = await talk.Conversation.UploadRefusedAsync("照片.jpg", reason);
        Assert.Contains(replies, reply => reply.Text.Contains(answer, StringComparison.Ordinal));
        Assert.Contains(replies, reply => reply.Text.Contains("社会保障卡", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APhotoThatNobodyAskedFor()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            照片: upload-cat
            机器人: 现在不需要照片
            机器人: 姓名
            """);
        Assert.DoesNotContain("upload-cat", await talk.Conversation.StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsWhereAPhotoIsAskedFor()
    {
        await talk.ToTheDocumentsAsync();
        await talk.PlayAsync("""
            人: 社会保障卡
            人: 我发了呀
            机器人: 这一步要发照片
            机器人: 社会保障卡
            """);
    }

    [Fact]
    public Task NonsenseBeforeAnythingWasAsked() => talk.PlayAsync("""
        人: 天上的星星地上的花
        机器人: 没有看懂
        按钮: 我要去外地看病，怎么备案｜找人工
        """);
}
