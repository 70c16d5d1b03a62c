using PolicyBot.Knowledge.Answers;

namespace PolicyBot.Tests.Knowledge.Answers;

/// <summary>How people ask what a passage answers: knowledge/guides/asked.yaml.</summary>
public sealed class AskedWordingsTests
{
    [Fact]
    public void EveryEntryOfTheFileNamesPassagesOfItsGuide() =>
        Assert.All(Answering.Library.Guides, guide => Assert.NotEmpty(Answering.Asked.Nearness("备案要什么材料", [guide])));

    [Theory]
    [InlineData("no-such-guide: [{ section: 直接结算, asks: [能报吗] }]", "no-such-guide")]
    [InlineData("wujiang-medical: [{ section: 没有这一节, asks: [能报吗] }]", "没有这一节")]
    [InlineData("wujiang-medical: [{ section: 直接结算, at: 没有这句话, asks: [能报吗] }]", "没有这句话")]
    public void AnEntryThatNamesNothingIsRefused(string yaml, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => AskedWordings.Parse(yaml, Answering.Library, Answering.Terms)).Message);

    [Fact]
    public void TheNearestWordingTellsThePassage()
    {
        var wordings = AskedWordings.Parse(
            "wujiang-medical: [{ section: 报销时限, asks: [票据放了大半年还收不收] }, { section: 报销方式, asks: [票据往哪儿送] }]",
            Answering.Library, Answering.Terms);
        var near = wordings.Nearness("放了大半年的票据还收吗", [Answering.Library.Find("wujiang-medical")!]);

        Assert.EndsWith("报销时限", SectionOf(near.MaxBy(found => found.Value).Key));
    }

    [Fact]
    public void WordsThatNobodyAsksWithMakeAQuestionLessNear()
    {
        var jilin = new[] { Answering.Library.Find("jilin-medical")! };

        Assert.True(
            Answering.Asked.Nearness("需要哪些材料", jilin).Values.Max() > Answering.Asked.Nearness("游泳池需要哪些材料", jilin).Values.Max());
    }

    private static string SectionOf(string id) =>
        Answering.Library.Guides.SelectMany(guide => guide.Passages).Single(passage => passage.Id == id).Section;
}
