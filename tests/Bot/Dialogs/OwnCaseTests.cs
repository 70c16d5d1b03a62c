using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>Questions about one's own case are answered from the determination; a missing fact is asked for first.</summary>
public sealed class OwnCaseTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Fact]
    public Task WhereAFactIsMissingItIsAskedForInsteadOfListingWhatHoldsForOthers() => talk.PlayAsync("""
        人: 蛟河人去长春朝阳区住院要备案吗
        机器人: 参保地：吉林省吉林市蛟河市；就医地：吉林省长春市朝阳区
        机器人: 您为什么去外地看病
        不说: 免申即享
        不说: 您的医保是在哪里交的
        """);

    [Fact]
    public Task TheInsuredPlaceIsAskedForWhenOnlyTheCarePlaceIsNamed() => talk.PlayAsync("""
        人: 去上海住院要备案吗
        机器人: 您的医保是在哪里交的
        人: 吴江
        机器人: 不用备案
        """);

    [Fact]
    public Task AnAnsweredCaseIsWhereTheFilingStartsFrom() => talk.PlayAsync("""
        人: 我是吴江的，去北京转诊能报多少
        机器人: 异地转诊人员
        按钮: 在这里办备案
        人: 要带什么材料
        机器人: 转诊转院证明材料
        人: 在这里办备案
        机器人: 现在到哪一步了
        人: 还没去看病
        机器人: 要准备的材料
        机器人: 您想现在就在这里办备案吗
        不说: 您的医保是在哪里交的
        """);

    [Fact]
    public Task TheNextCallersCaseHasNothingOfTheOneBefore() => talk.PlayAsync("""
        人: 我是吴江的，去北京转诊能报多少
        机器人: 异地转诊人员
        人: 蛟河的去长春朝阳区住院能报多少
        机器人: 您为什么去外地看病
        """);

    [Theory]
    [InlineData("需要什么材料", "有效身份证件 或 社会保障卡")]
    [InlineData("那要带啥呀", "居住证 或 居民户口簿")]
    [InlineData("要多久", "2个工作日")]
    [InlineData("能报多少", "与吴江本地一致")]
    [InlineData("有效期", "和认定材料的有效期一样长")]
    [InlineData("可以取消吗", "6个月内不能取消")]
    [InlineData("去哪里办", "便民服务中心")]
    [InlineData("要备案吗", "异地长期居住人员")]
    public async Task InTheMiddleOfAnInterviewTheOwnDeterminationAnswers(string question, string answer)
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync($"""
            人: {question}
            机器人: {answer}
            机器人: 苏州市吴江区参保人员异地就医备案业务宣传
            机器人: 请写一下姓名
            不说: 没有找到
            """);
    }

    [Fact]
    public Task WhatHangsOnAFactThatIsStillMissingIsPromised() => talk.PlayAsync("""
        人: 我在吴江参保，想去北京看病
        机器人: 您为什么去外地看病
        人: 能报多少
        机器人: 还差几句话没有问完
        机器人: 您为什么去外地看病
        """);

    [Fact]
    public async Task AnotherCaseIsToldApartAndChangesNothing()
    {
        await talk.ToTheResultAsync();
        await talk.PlayAsync("""
            人: 要是去上海黄浦呢，要备案吗
            机器人: 去上海市黄浦区看病，**不用备案**
            机器人: 您想现在就在这里办备案吗
            人: 需要什么材料
            机器人: 居住证
            """);
    }

    [Fact]
    public async Task AMatterOfItsOwnIsAnsweredInTheGuidesWords()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            人: 零星报销要什么材料
            机器人: 医院收费票据
            机器人: 姓名
            """);
    }

    [Fact]
    public Task AfterTheEndTheDeterminationStillAnswers() => talk.PlayAsync("""
        人: 我在吴江参保，想去上海看病
        机器人: 不用备案
        人: 能报多少
        机器人: 与吴江本地一致
        """);
}
