using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search;
using PolicyBot.Tests.Knowledge.Answers;

namespace PolicyBot.Tests.Knowledge.Search;

/// <summary>What every index must do, whoever wrote it.</summary>
public abstract class GuideIndexContract
{
    protected abstract IGuideIndex Build(GuideLibrary library);

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

    [Fact]
    public void OnlyTheGuidesAskedForAreSearched()
    {
        var hits = Search("异地就医备案材料", "jilin-medical");

        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.Equal("jilin-medical", hit.Passage.Guide));
    }

    [Fact]
    public void NoGuideAndAnUnknownGuideGiveNothing()
    {
        Assert.Empty(Build(Answering.Library).Search("备案", new HashSet<string>(), 5));
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
        Assert.Equal(top, Build(Answering.Library).Search("备案", guides: null, top).Count);

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
    public async Task ManyMaySearchAtOnce()
    {
        var index = Build(Answering.Library);
        var expected = index.Search("零星报销材料", guides: null, 10).Select(hit => hit.Passage.Id).ToList();

        var found = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => index.Search("零星报销材料", guides: null, 10))));

        Assert.All(found, hits => Assert.Equal(expected, hits.Select(hit => hit.Passage.Id)));
    }

    private IReadOnlyList<SearchHit> Search(string question, params string[] guides) =>
        Build(Answering.Library).Search(question, guides.Length == 0 ? null : guides.ToHashSet(), 10);
}
