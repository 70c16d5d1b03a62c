using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>Greetings, telephone numbers, places without a guide, and yes in other words.</summary>
public sealed class SmallTalkTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Fact]
    public Task TheWholeWelcomeIsSaidOnce() => talk.PlayAsync("""
        人: 你好
        机器人: 异地就医备案的助手
        人: 你好
        机器人: 您好，我在
        按钮: 我要去外地看病，怎么备案｜问问政策｜找人工
        不说: 异地就医备案的助手
        """);

    [Fact]
    public async Task AGreetingOffersToGoOnWithWhatWasLeft()
    {
        await talk.PlayAsync("人: 你好");
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            人: 先不办了
            人: 您好
            按钮: 继续｜我要去外地看病，怎么备案
            """);
    }

    [Theory]
    [InlineData("我在成都参保")]
    [InlineData("成都")]
    public async Task WhereThereIsNoGuideThatIsSaidBeforeAnythingIsAsked(string text) => await talk.PlayAsync($"""
        人: {text}
        机器人: 还没有四川省成都市的指南
        机器人: 大约是2018年写的
        机器人: 您要去哪里看病
        不说: 没有看懂
        """);

    [Fact]
    public Task ThePlacesWithAGuideAreNamedByScheme() => talk.PlayAsync("""
        人: 你好
        机器人: 广东省江门市、吉林省、江苏省苏州市吴江区（医保）；吉林省长春市（工伤保险）
        不说: 四川省
        """);

    [Fact]
    public Task WhoAsksWhereToCallIsToldTheHotlineWhereThereIsNoGuide() => talk.PlayAsync("""
        人: 成都备案打哪个电话
        机器人: 还没有四川省成都市的指南
        机器人: 12393
        """);

    [Fact]
    public Task TheTelephoneOfAPlaceWithAGuideIsWhatTheGuideNames() => talk.PlayAsync("""
        人: 吴江备案打哪个电话
        机器人: 苏州市吴江区开平路300号
        机器人: 12393
        不说: 还没有
        """);

    [Theory]
    [InlineData("开始备案")]
    [InlineData("我要备案")]
    [InlineData("怎么备案")]
    [InlineData("好的，办吧")]
    public async Task WantingToFileMeansYesToTheQuestionWhetherToFileHere(string text)
    {
        await talk.ToTheResultAsync();
        await talk.PlayAsync($"""
            人: {text}
            机器人: 您同意吗
            不说: 重新开始
            """);
    }

    [Fact]
    public async Task WantingToFileLaterGoesOnWithoutTellingItAllAgain()
    {
        await talk.ToTheResultAsync();
        await talk.PlayAsync("""
            人: 取消
            人: 我要备案
            机器人: 异地长期居住人员
            机器人: 您同意吗
            不说: 请特别留意
            """);
    }
}
