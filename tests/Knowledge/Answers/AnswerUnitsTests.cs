using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Knowledge.Answers;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Answers;

/// <summary>The answers of the guides and how people ask for them: knowledge/guides/asked/.</summary>
public sealed class AnswerUnitsTests
{
    [Theory]
    [InlineData("- { section: 没有这一节, at: [], asks: [能报吗] }", "没有这一节")]
    [InlineData("- { section: 直接结算, at: [没有这句话], asks: [能报吗] }", "没有这句话")]
    [InlineData("- { section: 备案类型及材料, rows: 没有这一行, asks: [能报吗] }", "没有这一行")]
    [InlineData("- { section: 备案类型及材料, also: [{ section: 别的一节 }], asks: [能报吗] }", "别的一节")]
    public void AnEntryThatNamesNothingIsRefusedWithItsFile(string yaml, string named)
    {
        var message = Assert.Throws<FormatException>(() => Load(yaml)).Message;

        Assert.Contains(named, message, StringComparison.Ordinal);
        Assert.Contains("wujiang-medical.yaml", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AQuestionIsPutToTheAnswerWhoseWordingsAreLikeIt()
    {
        var units = Load("""
            - { section: 1.报销时限, at: [], asks: [票据放了大半年还收不收, 单子什么时候之前交] }
            - { section: 2.报销方式, at: [], asks: [票据往哪儿送, 单子交到哪里] }
            - none: [食堂几点开饭, 停车费多少]
            """);

        Assert.EndsWith("1.报销时限", Find(units, "放了大半年的票据还收吗")!.Single().Section, StringComparison.Ordinal);
        Assert.All(Find(units, "单子往哪里交")!, passage => Assert.EndsWith("2.报销方式", passage.Section, StringComparison.Ordinal));
        Assert.Empty(Find(units, "食堂今天几点开饭")!);
    }

    [Fact]
    public void AGuideWithoutWordingsHasNoLikeliestAnswer() =>
        Assert.Null(Load("- none: [食堂几点开饭]").Find("要什么材料", [Answering.Library.Find("jilin-medical")!]));

    [Fact]
    public void WhateverIsTypedEachGuideTellsAShareBetweenNoneAndAll() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), typed => Answering.Library.Guides.All(
            guide => Answering.Units.Find(typed.Get, [guide])!.Value.Likely is > 0 and <= 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void TheSameWordingsGiveTheSameAnswerAndTheSameShare()
    {
        var again = AnswerUnits.Load(
            Repository.Path("knowledge", "guides"), Answering.Library, Answering.Terms, Answering.Facts, Answering.Asked);
        var guides = Answering.Library.Guides;

        Assert.Equal(Answering.Units.Find("转诊要带什么", guides)!.Value.Likely, again.Find("转诊要带什么", guides)!.Value.Likely);
    }

    private static IReadOnlyList<PolicyBot.Knowledge.Guides.Passage>? Find(AnswerUnits units, string question) =>
        units.Find(question, [Answering.Library.Find("wujiang-medical")!])!.Value.Unit.Passages;

    private static AnswerUnits Load(string yaml)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "asked"));
        File.WriteAllText(Path.Combine(folder.Path, "asked", "wujiang-medical.yaml"), yaml);
        return AnswerUnits.Load(
            folder.Path, Answering.Library, Answering.Terms, Answering.Facts, AskedWordings.Parse("{}", Answering.Library, Answering.Terms));
    }
}
