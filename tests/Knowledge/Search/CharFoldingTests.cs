using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Tests.Knowledge.Answers;

namespace PolicyBot.Tests.Knowledge.Search;

public sealed class CharFoldingTests
{
    [Fact]
    public void FoldingKeepsEveryCharacterInItsPlace() =>
        Check.QuickThrowOnFailure(Prop.ForAll(SomeText.Arbitrary, text => Answering.Terms.Folding.Fold(text).Length == text.Length));

    [Theory]
    [InlineData("異地就醫備案", "异地就医备案")]
    [InlineData("ＡＰＰ（１）", "app(1)")]
    public void TraditionalFullWidthAndCapitalLettersAreFolded(string text, string folded) =>
        Assert.Equal(folded, Answering.Terms.Folding.Fold(text));
}
