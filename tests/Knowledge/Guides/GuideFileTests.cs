using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Tests.Knowledge.Guides;

public sealed class GuideFileTests
{
    private const string Head = """
        ---
        id: here
        title: 指南
        publisher: 某局
        scheme: medical
        insuredPlaces: ["320509"]
        published: 2026-02-15
        dateNote: 无
        status: current
        source: here.txt
        ---

        """;

    [Fact]
    public void FrontMatterIsRead()
    {
        var guide = Parse("文字。");

        Assert.Equal("here", guide.Id);
        Assert.Equal(["320509"], guide.InsuredPlaces);
        Assert.Equal(new DateOnly(2026, 2, 15), guide.Published);
        Assert.Null(guide.HoldsFrom);
        Assert.Equal(GuideStatus.Current, guide.Status);
    }

    [Fact]
    public void APassageKnowsThePathOfItsHeadings()
    {
        var guide = Parse("# 一、甲\n\n## （一）乙:\n\n文字。\n\n# 二、丙\n\n文字二。\n\n---\n\n落款");

        Assert.Equal(["一、甲 › （一）乙", "二、丙", ""], guide.Passages.Select(passage => passage.Section));
        Assert.Equal(["here#1", "here#2", "here#3"], guide.Passages.Select(passage => passage.Id));
    }

    [Fact]
    public void ItemsKeepTheirOwnNumbersAndShareAGroupWithTheParagraphsThatBelongToThem()
    {
        var guide = Parse("独立。\n\n需要:\n\n- 1.甲\n- 2.乙\n\n以上任意一项。\n\n无关。");

        Assert.Equal(["独立。", "需要:", "1.甲", "2.乙", "以上任意一项。", "无关。"], guide.Passages.Select(passage => passage.Text));
        Assert.Equal([1, 2, 2, 2, 2, 3], guide.Passages.Select(passage => passage.Group));
    }

    [Fact]
    public void AnEmptyCellOfATableTakesTheWordsOfTheRowAbove()
    {
        var guide = Parse("| 渠道 | | 流程 |\n| --- | --- | --- |\n| 线上 | 甲 | 1.点<br>2.选 |\n| | 乙 | 去 |");

        Assert.Equal(["线上：甲：\n1.点\n2.选", "线上：乙：去"], guide.Passages.Select(passage => passage.Text));
        Assert.Equal(["线上", "乙", "去"], guide.Passages[1].Cells);
        Assert.Equal(["渠道", "", "流程"], guide.Passages[1].Columns);
    }

    [Theory]
    [InlineData("# 一\n\n### 三\n\n文字。", 14)]
    [InlineData("#一\n\n文字。", 12)]
    [InlineData("| 甲 | 乙 |\n文字。", 12)]
    [InlineData("| 甲 | 乙 |\n| --- | --- |\n| 一 |", 14)]
    [InlineData("| 甲 | 乙 |\n| --- | --- |\n| 一 | |", 14)]
    [InlineData("", 11)]
    public void AnErrorInTheTextNamesFileAndLine(string body, int line)
    {
        var problem = Assert.Throws<GuideFormatException>(() => Parse(body));

        Assert.Equal(line, problem.Line);
        Assert.StartsWith($"here.md({line}): ", problem.Message);
    }

    [Theory]
    [InlineData("title: 指南", "titel: 指南", 3)]
    [InlineData("status: current", "status: fresh", 1)]
    [InlineData("published: 2026-02-15", "published: 去年", 1)]
    [InlineData("scheme: medical", "", 1)]
    public void AnErrorInTheFrontMatterNamesFileAndLine(string right, string wrong, int line)
    {
        var problem = Assert.Throws<GuideFormatException>(() => GuideFile.Parse("here.md", Head.Replace(right, wrong) + "文字。"));

        Assert.Equal(line, problem.Line);
    }

    private static Guide Parse(string body) => GuideFile.Parse("here.md", Head + body);
}
