using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search;
using PolicyBot.Tests.Knowledge.Answers;

namespace PolicyBot.Tests.Knowledge.Search;

public sealed class GuideIndexTests : GuideIndexContract
{
    [Theory]
    [InlineData("外地看病回来怎么结报")]
    [InlineData("个人承诺书办的手续几天")]
    public void SynonymsFindWhatTheGuideWordsDifferently(string question) =>
        Assert.NotEmpty(Build(Answering.Library).Search(question, guides: null, 3));

    [Fact]
    public void HighlightsLieInsideTheTextAndNoneTouchesAnother()
    {
        var index = Build(Answering.Library);
        Check.QuickThrowOnFailure(Prop.ForAll(SomeText.Arbitrary, question => index.Search(question, null, 10).All(hit =>
            hit.Highlights.All(mark => mark.Start >= 0 && mark.Length > 0 && mark.Start + mark.Length <= hit.Passage.Text.Length)
            && hit.Highlights.Zip(hit.Highlights.Skip(1)).All(pair => pair.First.Start + pair.First.Length < pair.Second.Start))));
    }

    [Fact]
    public void FoldingKeepsEveryCharacterInItsPlace() =>
        Check.QuickThrowOnFailure(Prop.ForAll(SomeText.Arbitrary, text => Answering.Terms.Folding.Fold(text).Length == text.Length));

    [Theory]
    [InlineData("異地就醫備案", "异地就医备案")]
    [InlineData("ＡＰＰ（１）", "app(1)")]
    public void TraditionalFullWidthAndCapitalLettersAreFolded(string text, string folded) =>
        Assert.Equal(folded, Answering.Terms.Folding.Fold(text));

    protected override IGuideIndex Build(GuideLibrary library) => GuideIndex.Build(library, Answering.Terms);
}
