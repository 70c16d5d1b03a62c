using PolicyBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>What people say at the wrong moment, or do not know to say.</summary>
public sealed class StrayWordsTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Fact]
    public async Task AnIdentityNumberBeforeConsentIsNotTakenAndThePersonIsTold()
    {
        await talk.PlayAsync($"""
            人: 我叫王秀英，身份证{Some.IdNumber}，我在吴江参保，想去北京看病
            机器人: 我没有填进备案
            机器人: 您为什么去外地看病
            人: {Some.IdNumber}
            机器人: 我没有填进备案
            机器人: 您为什么去外地看病
            不说: 没有看懂
            """);
        var stored = await talk.Conversation.StoredAsync();
        Assert.DoesNotContain(Some.IdNumber, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("王秀英", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomebodyElsesNumberInAWrongPlaceIsNotTaken()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            人: 我老伴的身份证号11010519491231002X
            机器人: 这一步还用不到
            机器人: 请写一下姓名
            """);
        Assert.DoesNotContain("11010519491231002X", await talk.Conversation.StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APolicyQuestionAtTheIdentityNumberIsAnsweredFirst()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            人: 王秀英
            人: 承诺书是什么意思
            机器人: 15日
            机器人: 身份证号
            """);
    }

    [Fact]
    public Task NotKnowingIsMetWithPatienceAndThenWithEveryWayOut() => talk.PlayAsync("""
        人: 我在吴江参保，想去北京看病
        人: 不知道
        机器人: 没关系，不着急
        人: 不知道
        人: 不知道
        机器人: 1. 长期住在外地
        机器人: 12393
        按钮: 先不办了
        """);

    [Fact]
    public Task EnglishIsAskedForInChinese() => talk.PlayAsync("""
        人: I need to see a doctor
        机器人: 请用中文说
        """);

    [Fact]
    public Task GoingBackTooOftenLosesNothingElse() => talk.PlayAsync("""
        人: 我在吴江参保，想去北京看病
        人: 上一步
        人: 上一步
        人: 上一步
        人: 上一步
        机器人: 已经是第一个问题了
        机器人: 您的医保是在哪里交的
        人: 不是北京，是吴江
        机器人: 参保地：江苏省苏州市吴江区
        机器人: 您要去哪里看病
        """);

    [Fact]
    public Task WhatIsToldBeforeItsQuestionComesIsRepeated() => talk.PlayAsync("""
        人: 我要办备案
        机器人: 您的医保是在哪里交的
        人: 我退休了，长期住女儿家
        机器人: 记下了：原因
        机器人: 您的医保是在哪里交的
        """);

    [Fact]
    public async Task EveryFactCanBeCorrectedAfterTheDocumentsWereSent()
    {
        await talk.ToTheReviewAsync();
        await talk.PlayAsync($"""
            人: 刚才说错了，是去北京
            机器人: 就医地：北京市
            机器人: 请核对您填的内容
            人: 手机号错了，是13900139000
            机器人: 13900139000
            人: 名字写错了，是王秀云
            机器人: 王秀云
            人: 日期错了，改成明天
            机器人: 2026年12月2日
            人: 身份证号写错了
            机器人: 身份证号
            人: {Some.IdNumber}
            机器人: 请核对您填的内容
            人: 不是长期住，是转诊
            机器人: 转诊转院证明材料
            """);
    }

    [Fact]
    public async Task ANewDayInBetweenAsksOnlyWhatNoLongerHolds()
    {
        await talk.ToTheReviewAsync();
        await talk.PlayAsync("人: 取消");
        talk.Restart();
        talk.Conversation.Clock.Advance(TimeSpan.FromDays(1));
        await talk.PlayAsync("""
            人: 继续
            机器人: 备案开始日期
            人: 今天
            机器人: 请核对您填的内容
            机器人: 2026年12月2日
            """);
    }

    [Fact]
    public async Task AQuestionThatNoGuideAnswersIsKeptForTheEditors()
    {
        await talk.PlayAsync("""
            人: 我在吴江参保
            人: 社保卡丢了去哪里补办
            机器人: 没有找到
            人: 我在成都参保，医保卡丢了怎么办
            机器人: 还没有四川省成都市的指南
            """);
        Assert.Contains(talk.Conversation.Unanswered.Questions, question => question is { Text: "社保卡丢了去哪里补办", Place: "320509" });
        Assert.Contains(talk.Conversation.Unanswered.Questions, question => question.Place == "510100");
    }
}
