using PolicyBot.Knowledge.Search;
using PolicyBot.Tests.Knowledge.Answers;

namespace PolicyBot.Tests.Knowledge.Search;

public sealed class ClosenessTests
{
    private static readonly CharFolding Folding = Answering.Terms.Folding;

    [Fact]
    public void EachPieceOfTheQuestionCountsOnceWhereverItStands() =>
        Assert.Equal(4, Of("备案材料", "材料、材料，还有备案，都是备案材料。"));

    [Fact]
    public void WhatStandsFarApartDoesNotCountTogether()
    {
        var far = new string('远', 40);

        Assert.Equal(4, Of("备案材料", $"备案{far[..30]}材料"));
        Assert.Equal(2, Of("备案材料", $"备案{far}材料"));
        Assert.Equal(3, Of("备案材料", $"备{far}案材料{far}备案"));
    }

    [Fact]
    public void WhatTheHeadingsHoldCountsAtEveryPlace() =>
        Assert.Equal(4, Of("备案材料", "身份证。" + new string('远', 60) + "材料", headings: "二、备案"));

    [Theory]
    [InlineData("備案材料", 4)]
    [InlineData("备案材料（ＡＰＰ）", 4)]
    [InlineData("江苏医保云ａｐｐ", 0)]
    public void TextIsReadAsItIsWritten(string text, float expected) => Assert.Equal(expected, Of("备案材料", text));

    [Theory]
    [InlineData("用app办", 1)]
    [InlineData("用ＡＰＰ办", 1)]
    [InlineData("用apps办", 0)]
    [InlineData("用myapp办", 0)]
    [InlineData("a", 0)]
    [InlineData("app", 1)]
    public void ALatinWordCountsAsAWhole(string text, float expected) => Assert.Equal(expected, Of("APP？", text));

    [Fact]
    public void WordsThatBeginAlikeAreToldApart() => Assert.Equal(2, Of("2003 2007 2003", "自2007年起，2004年以前（2003年）除外"));

    [Fact]
    public void WhatTheIndexDoesNotHoldCountsNothing()
    {
        var closeness = new Closeness(Folding);
        Ask(closeness, "备案材料", key => key == Token.Character('备') ? 2.5f : 0);

        Assert.Equal(2.5f, closeness.Of("", "备案材料"));
    }

    [Fact]
    public void TheNextQuestionKnowsNothingOfTheLast()
    {
        var closeness = new Closeness(Folding);
        Ask(closeness, "备案材料APP", _ => 1);
        Ask(closeness, "电话", _ => 1);

        Assert.Equal(0, closeness.Of("", "备案材料APP"));
        Assert.Equal(2, closeness.Of("", "备案材料的电话"));
    }

    private static float Of(string question, string text, string headings = "")
    {
        var closeness = new Closeness(Folding);
        Ask(closeness, question, _ => 1);
        return closeness.Of(headings, text);
    }

    private static void Ask(Closeness closeness, string question, Func<ulong, float> rarity)
    {
        var folded = Folding.Fold(question);
        var tokens = new List<Token>();
        Tokenizer.Cut(folded, 0, tokens);
        closeness.Ask(folded, tokens, rarity);
    }
}
