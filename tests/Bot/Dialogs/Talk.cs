using PolicyBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>A conversation that a test plays, with shortcuts to the places where most tests begin.</summary>
internal sealed class Talk(ITestOutputHelper output, Conversation? conversation = null)
{
    public Conversation Conversation { get; private set; } = conversation ?? new Conversation();

    /// <summary>Everything that was played last, for people to read.</summary>
    public string Last { get; private set; } = string.Empty;

    public async Task PlayAsync(string script)
    {
        var transcript = new Transcript(Conversation);
        try
        {
            await transcript.PlayAsync(script);
        }
        finally
        {
            Last = transcript.Played;
            output.WriteLine(transcript.Played);
        }
    }

    /// <summary>Up to the question whether to file here, for long-term residence in Hangzhou.</summary>
    public Task ToTheResultAsync() => PlayAsync("""
        人: 我在吴江参保，要去杭州长期住儿子家，怎么备案
        机器人: 您想现在就在这里办备案吗
        """);

    public async Task ToTheNameAsync()
    {
        await ToTheResultAsync();
        await PlayAsync("""
            人: 现在就办
            人: 同意
            机器人: 姓名
            """);
    }

    public async Task ToTheDocumentsAsync()
    {
        await ToTheNameAsync();
        await PlayAsync($"""
            人: 王秀英
            人: {Some.IdNumber}
            人: {Some.Phone}
            人: 今天
            机器人: 您用哪一样
            """);
    }

    public async Task ToTheReviewAsync()
    {
        await ToTheDocumentsAsync();
        await PlayAsync("""
            人: 社会保障卡
            照片: upload-card
            人: 居住证
            照片: upload-permit
            机器人: 请核对您填的内容
            """);
    }

    /// <summary>Another process takes over, on the same storage.</summary>
    public void Restart() => Conversation = Conversation.Restarted();
}
