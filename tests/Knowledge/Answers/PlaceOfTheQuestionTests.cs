using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Answers;

/// <summary>Whose rules a question asks for, and what is said while that or another fact is open.</summary>
public sealed class PlaceOfTheQuestionTests
{
    private const string Wujiang = "320509";

    [Theory]
    [InlineData("吴江零星报销住院要带什么", "wujiang-medical")]
    [InlineData("蛟河转诊要什么材料", "jilin-medical")]
    [InlineData("吉林三档待遇分别是多少", "jilin-medical")]
    [InlineData("长春人转到北京住院要什么材料", "jilin-medical")]
    public void APlaceWithAGuideIsTheInsuredPlaceThoughNobodySaysSo(string text, string guide)
    {
        var result = Answering.Ask(text);

        Assert.Equal(AnswerStatus.Answered, result.Status);
        Assert.All(result.Answer!.Citations, cite => Assert.Equal(guide, cite.Guide));
    }

    [Theory]
    [InlineData("去吴江住院要什么材料")]
    [InlineData("在吴江住院怎么备案")]
    [InlineData("上海看病要备案吗")]
    public void APlaceThatSomebodyGoesToIsNotTheInsuredPlace(string text) =>
        Assert.Equal(AnswerStatus.NeedPlace, Answering.Ask(text).Status);

    [Theory]
    [InlineData("需要什么材料")]
    [InlineData("多久能批")]
    [InlineData("怎么办")]
    [InlineData("有效期多长")]
    [InlineData("能取消吗")]
    public void AQuestionWithoutAMatterIsAboutAFiling(string text)
    {
        Assert.Equal(AnswerStatus.NeedPlace, Answering.Ask(text).Status);
        Assert.Equal(AnswerStatus.Answered, Answering.Ask(text, Wujiang).Status);
    }

    [Theory]
    [InlineData("你们食堂几点开饭")]
    [InlineData("材料学专业好不好")]
    [InlineData("你好")]
    [InlineData("钱包丢了怎么办")]
    [InlineData("参保需要什么材料")]
    public void AQuestionAboutAnotherMatterIsNot(string text)
    {
        Assert.Equal(AnswerStatus.NotFound, Answering.Ask(text).Status);
        Assert.Equal(AnswerStatus.NotFound, Answering.Ask(text, Wujiang).Status);
    }

    [Fact]
    public void WhetherToFileIsNotSaidBeforeTheReasonIsKnownAndTheReasonIsAskedFor()
    {
        var result = Answering.Ask("蛟河人去长春朝阳区住院要备案吗");

        Assert.Equal(AnswerStatus.NeedPlace, result.Status);
        Assert.Null(result.Answer);
        Assert.Equal(Outcome.NeedFact, result.Determination!.Outcome);
        Assert.Equal(FactNames.Reason, result.Determination.Ask!.Fact);
    }

    [Fact]
    public void WhatTheGuideHasForEveryReasonIsSaidWithoutWhatHoldsForNone()
    {
        var result = Answering.Ask("蛟河人去长春朝阳区住院能报多少");

        Assert.Equal(Outcome.NeedFact, result.Determination!.Outcome);
        Assert.Contains("三档待遇:", result.Answer!.Text);
        Assert.DoesNotContain("免申即享", result.Answer.Text);
    }

    [Fact]
    public void WhoMustFileIsNotShownWhatSparesOthersTheFiling() =>
        Assert.DoesNotContain("免备案", Answering.Ask("吴江医保，转诊到北京住院，要备案吗").Answer!.Text);

    [Theory]
    [InlineData("佛山备案打哪个电话", null, "佛山市")]
    [InlineData("我在成都参保，去外地看门诊备案要什么材料", null, "成都市")]
    [InlineData("成都去绵阳看病要备案吗", null, "成都市")]
    [InlineData("在外地生孩子要什么材料", "110000", "北京市")]
    public void APlaceWithoutAGuideIsNamed(string text, string? place, string name)
    {
        var result = Answering.Ask(text, place);

        Assert.Equal(AnswerStatus.NotFound, result.Status);
        Assert.Equal(name, result.NoGuideFor);
        Assert.Empty(result.Passages);
    }

    [Theory]
    [InlineData("公积金怎么提取", Wujiang)]
    [InlineData("我在成都参保，今天下雨吗", null)]
    public void OnlyAQuestionOfOursMissesAGuide(string text, string? place) => Assert.Null(Answering.Ask(text, place).NoGuideFor);
}
