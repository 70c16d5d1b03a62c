using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>People insured where no local guide speaks: an old article stands in, and every answer begins by saying so.</summary>
public sealed class GeneralGuideTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Fact]
    public async Task TheWarningIsTheFirstThingSaidOfTheResult()
    {
        await talk.PlayAsync("人: 我在成都参保");
        var replies = await talk.Conversation.SayAsync("要去北京儿子家长住，住院，还没去");
        Assert.Contains("记下了", replies[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("**先说明：我这里还没有四川省成都市的指南。**", replies[1].Text, StringComparison.Ordinal);
        Assert.Contains("大约是2018年写的", replies[1].Text, StringComparison.Ordinal);
        Assert.Contains("要先备案", replies[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public Task InpatientCareElsewhereIsFiledAtHomeAndNotHere() => talk.PlayAsync("""
        人: 我在成都参保，要去北京儿子家长住，要住院，还没去
        机器人: 只供参考
        机器人: 照这篇文章，您在四川省成都市参保
        机器人: 去外省看病以前，先到参保地备案
        机器人: 社会保障卡
        机器人: 我这里不能替您交
        机器人: 电话备案**（打电话）
        机器人: 传真备案**（发传真）
        机器人: 网上备案（当地人社局的网站）**（网上）
        机器人: 自助服务一体机备案**（自助机）
        机器人: 报销：文章没有写报销比例。
        不说: 不能在网上交
        不说: 您想现在就在这里办备案吗
        不说: 具体报多少，指南没有写
        """);

    [Fact]
    public Task OutpatientCareIsNotWhatTheArticleIsAbout() => talk.PlayAsync("""
        人: 我在北京参保，要去上海看门诊
        机器人: 还没有北京市的指南
        机器人: 指南没有写清楚
        机器人: 文章讲的是去外省住院
        机器人: 12393
        不说: 备案类型
        """);

    [Fact]
    public Task CareInTheOwnProvinceIsNotEither() => talk.PlayAsync("""
        人: 我在成都参保，要去绵阳住院
        机器人: 还没有四川省成都市的指南
        机器人: 没有讲在本省看病怎么办
        """);

    [Fact]
    public Task AQuestionOfPolicyIsAnsweredBehindTheSameWarning() => talk.PlayAsync("""
        人: 我在成都参保，异地备案要带什么材料
        机器人: 还没有四川省成都市的指南
        机器人: 大约是2018年写的
        """);

    [Fact]
    public Task WhereThereIsALocalGuideTheArticleIsNeverMentioned() => talk.PlayAsync("""
        人: 我在蛟河参保，要去北京住院，医生让转院，还没去
        机器人: 少报 10 个百分点
        不说: 2018年
        不说: 旧文章
        """);
}
