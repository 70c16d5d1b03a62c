using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search;
using PolicyBot.Tests.Knowledge.Answers;

namespace PolicyBot.Tests.Knowledge.Search;

/// <summary>What every index must do, whoever wrote it.</summary>
/// <param name="name">The name that a setting has for it.</param>
public abstract class GuideIndexContract(string name)
{
    private static readonly ConcurrentDictionary<string, IGuideIndex> OfTheGuides = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("办理长期异地就医备案", "jilin-medical")]
    [InlineData("承诺书有效期", "wujiang-medical")]
    [InlineData("忘记备案 补救", "jilin-medical")]
    [InlineData("產前檢查費用", "wujiang-medical")]
    [InlineData("ＡＰＰ 江苏医保云", "wujiang-medical")]
    public void ThePassageWithTheWordsComesFirst(string question, string guide) =>
        Assert.Equal(guide, Search(question)[0].Passage.Guide);

    [Fact]
    public void HeadingsAreSearchedToo() =>
        Assert.Equal("三、异地就医结报 › （二）零星报销 › 1.报销时限", Search("报销时限")[0].Passage.Section);

    [Theory]
    [InlineData("外地看病回来怎么结报", "零星报销")]
    [InlineData("個人承諾書辦的手續幾天", "承诺")]
    [InlineData("转院没登记自己掏多少钱", "备案")]
    public void SynonymsFindWhatTheGuideWordsDifferently(string question, string words) =>
        Assert.Contains(Search(question), hit => (hit.Passage.Section + hit.Passage.Text).Contains(words, StringComparison.Ordinal));

    [Fact]
    public void OnlyTheGuidesAskedForAreSearched()
    {
        var hits = Search("异地就医备案材料", "jilin-medical");

        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.Equal("jilin-medical", hit.Passage.Guide));
    }

    [Fact]
    public void AllGuidesTogetherAreAsGoodAsNoScope()
    {
        var all = Answering.Library.Guides.Select(guide => guide.Id).Reverse().ToArray();

        Assert.Equal(Search("转诊转院要什么材料").Select(hit => hit.Passage.Id), Search("转诊转院要什么材料", all).Select(hit => hit.Passage.Id));
    }

    [Fact]
    public void NoGuideAndAnUnknownGuideGiveNothing()
    {
        Assert.Empty(Index.Search("备案", new HashSet<string>(), 5));
        Assert.Empty(Search("备案", "nowhere"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀😀")]
    [InlineData("？！。")]
    [InlineData("AND OR (\"*")]
    [InlineData("zzzzqqqq")]
    public void WhatHasNoWordOfTheGuidesGivesNothing(string question) => Assert.Empty(Search(question));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void NoMoreThanAskedForAreGiven(int top) =>
        Assert.Equal(top, Index.Search("备案", guides: null, top).Count);

    [Fact]
    public void TheBestComesFirstAndTheSameQuestionGivesTheSame()
    {
        var hits = Search("异地就医备案要什么材料");

        Assert.Equal(hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Score), hits.Select(hit => hit.Score));
        Assert.Equal(hits.Select(hit => hit.Passage.Id), Search("异地就医备案要什么材料").Select(hit => hit.Passage.Id));
    }

    [Fact]
    public void PassagesOfEqualScoreStandInTheOrderOfTheGuide()
    {
        var guide = GuideFile.Parse("same.md", """
            ---
            { id: same, title: 甲, publisher: 乙, scheme: medical, insuredPlaces: ["110000"], dateNote: 无, status: current, source: s.txt }
            ---
            备案材料。

            备案材料。

            备案材料。
            """);

        var hits = Build(new GuideLibrary([guide])).Search("备案材料", guides: null, 2);

        Assert.Equal(["same#1", "same#2"], hits.Select(hit => hit.Passage.Id));
    }

    [Fact]
    public void HighlightsAreTheWordsOfTheQuestionInTheOriginalText()
    {
        var hit = Search("承诺书")[0];

        Assert.Contains(hit.Highlights, mark => hit.Passage.Text.Substring(mark.Start, mark.Length).Contains("承诺书", StringComparison.Ordinal));
    }

    [Fact]
    public void AWholeGuideMayBeAskedAtOnce()
    {
        var pasted = string.Join('\n', Answering.Library.Guides.SelectMany(guide => guide.Passages).Select(passage => passage.Text));

        Assert.Equal(10, Search(pasted).Count);
    }

    [Fact]
    public void HighlightsLieInsideTheTextAndNoneTouchesAnother() =>
        Check.QuickThrowOnFailure(Prop.ForAll(SomeText.Arbitrary, question => Search(question).All(hit =>
            hit.Highlights.All(mark => mark.Start >= 0 && mark.Length > 0 && mark.Start + mark.Length <= hit.Passage.Text.Length)
            && hit.Highlights.Zip(hit.Highlights.Skip(1)).All(pair => pair.First.Start + pair.First.Length < pair.Second.Start))));

    [Fact]
    public async Task ManyMaySearchAtOnce()
    {
        var index = Index;
        var expected = index.Search("零星报销材料", guides: null, 10).Select(hit => hit.Passage.Id).ToList();

        var found = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => index.Search("零星报销材料", guides: null, 10))));

        Assert.All(found, hits => Assert.Equal(expected, hits.Select(hit => hit.Passage.Id)));
    }

    /// <summary>The index of the guides of the repository.</summary>
    private IGuideIndex Index => OfTheGuides.GetOrAdd(name, _ => Build(Answering.Library));

    private IGuideIndex Build(GuideLibrary library) => GuideIndexes.Named(name)(library, Answering.Terms);

    private IReadOnlyList<SearchHit> Search(string question, params string[] guides) =>
        Index.Search(question, guides.Length == 0 ? null : guides.ToHashSet(), 10);
}
