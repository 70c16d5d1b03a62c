using PolicyBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>What works at every question, without a line of code in the questions.</summary>
public sealed class EveryQuestionTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Fact]
    public async Task GoingBackAsksTheQuestionBefore()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            人: 王秀英
            机器人: 身份证号
            人: 上一步
            机器人: 姓名
            人: 王秀云
            机器人: 身份证号
            """);
    }

    [Fact]
    public Task AtTheFirstQuestionThereIsNoWayBack() => talk.PlayAsync("""
        人: 我要办备案
        人: 上一步
        机器人: 已经是第一个问题了
        机器人: 您的医保是在哪里交的
        """);

    [Fact]
    public async Task ACorrectionNamesTheAnswerByItsValue()
    {
        await talk.ToTheResultAsync();
        await talk.PlayAsync("""
            人: 不是长期住，是转诊
            机器人: 改过来了
            机器人: 异地转诊人员
            人: 刚才说错了，是去上海黄浦
            机器人: 不用备案
            """);
    }

    [Fact]
    public async Task ACorrectionNamesTheAnswerByItsName()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync($"""
            人: 王秀英
            人: {Some.IdNumber}
            机器人: 手机号
            人: 身份证号写错了
            机器人: 身份证号
            人: {Some.IdNumber}
            机器人: 手机号
            """);
    }

    [Fact]
    public async Task AnswersThatNoLongerApplyAreDropped()
    {
        await talk.ToTheDocumentsAsync();
        await talk.PlayAsync("""
            人: 社会保障卡
            照片: upload-card
            人: 居住证
            照片: upload-permit
            人: 说错了，不是长期住，是转诊
            机器人: 异地转诊人员
            机器人: 转诊转院证明材料
            """);
        Assert.DoesNotContain("upload-permit", await talk.Conversation.StoredAsync(), StringComparison.Ordinal);
        Assert.Contains("upload-card", await talk.Conversation.StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public Task WhyIsAnsweredWithTheGuidesSentence() => talk.PlayAsync("""
        人: 我在吴江参保，想去北京看病
        机器人: 您为什么去外地看病
        人: 为什么要问这个
        机器人: 原因不同
        机器人: 苏州市吴江区参保人员异地就医备案业务宣传
        机器人: 您为什么去外地看病
        """);

    [Fact]
    public async Task WhatIsNeededCannotBeSkipped()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            人: 跳过
            机器人: 这一项不能跳过
            机器人: 姓名
            """);
    }

    [Fact]
    public async Task StartingAgainClearsEverything()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            人: 王秀英
            人: 重新开始
            机器人: 都清掉了
            机器人: 您的医保是在哪里交的
            """);
        Assert.DoesNotContain("王秀英", await talk.Conversation.StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeavingKeepsTheAnswersForDaysAndAnotherProcess()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            人: 王秀英
            人: 先不办了
            机器人: 您填过的都留着
            """);
        talk.Restart();
        talk.Conversation.Clock.Advance(TimeSpan.FromDays(3));
        await talk.PlayAsync("""
            人: 继续
            机器人: 接着上次的办
            机器人: 身份证号
            """);
    }

    [Fact]
    public async Task AnAnswerThatNoLongerHoldsIsAskedAgain()
    {
        await talk.ToTheDocumentsAsync();
        talk.Restart();
        talk.Conversation.Clock.Advance(TimeSpan.FromDays(3));
        await talk.PlayAsync("""
            人: 继续
            机器人: 备案开始日期
            人: 后天
            机器人: 您用哪一样
            """);
    }

    [Fact]
    public async Task AQuestionInBetweenIsAnsweredFirst()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            人: 承诺书是什么意思
            机器人: 15日
            机器人: 姓名
            """);
    }

    [Fact]
    public async Task AStatusInBetweenComesBackToTheQuestion()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            人: 我的备案到哪一步了
            机器人: 没有查到您在这里办的备案
            人: 320509-20260101-1234567，1234
            机器人: 没有查到
            机器人: 姓名
            """);
    }

    [Fact]
    public async Task PersonalDataIsAskedForOnlyAfterConsent()
    {
        await talk.ToTheResultAsync();
        await talk.PlayAsync("""
            人: 现在就办
            机器人: 医保经办机构
            按钮: 同意｜不同意
            人: 不同意
            机器人: 自己办
            机器人: 便民服务中心
            不说: 姓名。
            """);
    }

    [Fact]
    public async Task TheThirdMissOffersEveryWayOut()
    {
        await talk.ToTheResultAsync();
        await talk.PlayAsync("""
            人: 天上的星星
            机器人: 没有看懂
            人: 地上的花
            机器人: 没有看懂
            人: 水里的鱼
            机器人: 1. 现在就办
            机器人: 12393
            按钮: 现在就办｜上一步｜先不办了
            """);
    }
}
