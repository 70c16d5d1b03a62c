using System.Text;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Guides.Import;

namespace PolicyBot.Tests.Knowledge.Guides.Import;

public sealed class GuideImportTests
{
    private const string Text = """
        云溪县异地就医备案指南

        　　一、备案对象
        （一）长期异地居住人员
        在外地居住六个月以上的参保人员。
        （二）临时外出就医人员
        因工作、旅游等原因外出的参保人员。
        二、需要的材料
        1.社会保障卡；
        2.居住证
        三、联系电话：
        窗口	电话
        医保中心	0433-5550100
        便民服务站	0433-5550101
        """;

    [Fact]
    public void Numbered_lines_become_headings_or_items_as_they_stand() => Assert.Equal(
        """
        # 一、备案对象

        ## （一）长期异地居住人员

        在外地居住六个月以上的参保人员。

        ## （二）临时外出就医人员

        因工作、旅游等原因外出的参保人员。

        # 二、需要的材料

        - 1.社会保障卡；
        - 2.居住证

        # 三、联系电话：

        | 窗口 | 电话 |
        | --- | --- |
        | 医保中心 | 0433-5550100 |
        | 便民服务站 | 0433-5550101 |

        """,
        Body(Import("yunxi.txt", Encoding.UTF8.GetBytes(Text))));

    [Fact]
    public void Articles_of_a_regulation_are_cut_after_their_number() => Assert.Equal(
        """
        # 第一章 总则

        ## 第一条

        为了规范异地就医备案，制定本办法，适用于本县参加基本医疗保险的所有人员。

        ## 第二条

        参保人员办理下列备案：

        - （一）异地安置退休；
        - （二）转诊转院。

        # 第二章 附则

        """,
        Body(Import("yunxi.txt", Encoding.UTF8.GetBytes(
            "云溪县办法\n第一章 总则\n第一条 为了规范异地就医备案，制定本办法，适用于本县参加基本医疗保险的所有人员。\n"
            + "第二条 参保人员办理下列备案：\n（一）异地安置退休；\n（二）转诊转院。\n第二章 附则\n"))));

    [Fact]
    public void What_is_left_to_fill_in_is_named_until_the_front_matter_is_whole()
    {
        var draft = Import("yunxi.txt", Encoding.UTF8.GetBytes(Text)).Markdown;
        foreach (var (key, value) in new[] { ("publisher", "云溪县医疗保障局"), ("scheme", "medical"), ("insuredPlaces", "[\"229999\"]"), ("dateNote", "原文没有写日期。") })
        {
            Assert.Contains($"{key} is missing", Assert.Throws<GuideFormatException>(() => GuideFile.Parse("yunxi.md", draft)).Message);
            draft = System.Text.RegularExpressions.Regex.Replace(draft, $"(?m)^{key}:.*$", $"{key}: {value}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        }

        var guide = GuideFile.Parse("yunxi.md", draft);

        Assert.Equal("云溪县异地就医备案指南", guide.Title);
        Assert.Equal("三、联系电话", guide.Cite("医保中心：0433-5550100")!.Section);
    }

    [Fact]
    public void A_text_in_GB18030_is_read_as_one()
    {
        var guide = Import("yunxi.txt", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text));

        Assert.Equal("GB18030", guide.Encoding);
        Assert.Equal(Body(Import("yunxi.txt", Encoding.UTF8.GetBytes(Text))), Body(guide));
    }

    [Fact]
    public void A_Word_file_keeps_its_heading_styles_lists_and_tables()
    {
        var guide = Import("yunxi.docx", WordFile.Of(
            WordFile.Heading("云溪县指南", 1), WordFile.Heading("需要的材料", 2), WordFile.Line("带好下面的材料。"),
            WordFile.Table(["情形", "材料"], ["异地居住", "社保卡"], [null, "居住证"], ["转诊", ""])));

        Assert.Contains("title: '云溪县指南'", guide.Markdown);
        Assert.Equal(
            "# 需要的材料\n\n带好下面的材料。\n\n| 情形 | 材料 |\n| --- | --- |\n| 异地居住 | 社保卡 |\n|  | 居住证 |\n| 转诊 | <br> |\n", Body(guide));
        Assert.Contains("有 1 张表有合并的单元格，请对照原件看。", guide.Remarks);
    }

    [Fact]
    public void A_web_page_is_read_without_its_menus_and_scripts()
    {
        var guide = Import("yunxi.html", Encoding.UTF8.GetBytes("""
            <html><head><title>云溪县指南</title><script>var a = 1;</script></head><body><nav>首页 新闻</nav>
            <h2>一、材料</h2><p>带好<b>社保卡</b>。<br>不用照片。</p><ul><li>居住证</li><li>户口簿</li></ul>
            <table><tr><th>区</th><th>电话</th></tr><tr><td rowspan="2">东区</td><td>1</td></tr><tr><td>2|3</td></tr></table>
            <footer>版权所有</footer></body></html>
            """));

        Assert.Contains("title: '云溪县指南'", guide.Markdown);
        Assert.Equal(
            "# 一、材料\n\n带好社保卡。\n\n不用照片。\n\n- 居住证\n- 户口簿\n\n| 区 | 电话 |\n| --- | --- |\n| 东区 | 1 |\n|  | 2｜3 |\n", Body(guide));
    }

    [Fact]
    public void A_Markdown_file_keeps_its_structure() => Assert.Equal(
        "# 材料\n\n第一行\n第二行\n\n- 社保卡\n\n| 区 | 电话 |\n| --- | --- |\n| 东区 | 1 |\n",
        Body(Import("yunxi.md", Encoding.UTF8.GetBytes("# 云溪县指南\n\n### 材料\n第一行\n第二行\n\n* 社保卡\n\n| 区 | 电话 |\n| :-- | --: |\n| 东区 | 1 |\n"))));

    [Theory]
    [InlineData("changchun-work-injury")]
    [InlineData("jiangmen-medical")]
    [InlineData("jilin-medical")]
    [InlineData("national-medical")]
    [InlineData("wujiang-medical")]
    public void No_word_of_a_real_source_is_lost(string id)
    {
        var source = Tests.Support.Repository.Path("knowledge", "guides", "sources", id + ".txt");

        var guide = Import(id + ".txt", File.ReadAllBytes(source));

        var title = Words(guide.Markdown.Split("title: '")[1].Split("'\n")[0]);
        var body = Words(Body(guide).Replace("<br>", "", StringComparison.Ordinal).Replace("| --- ", "", StringComparison.Ordinal));
        Assert.Equal(Sorted(Words(File.ReadAllText(source))), Sorted((guide.Markdown.Contains("ownTitle", StringComparison.Ordinal) ? "" : title) + body));
    }

    private static ImportedGuide Import(string name, byte[] bytes) => GuideImport.Read("yunxi", name, bytes);

    private static string Body(ImportedGuide guide) => guide.Markdown.Split("\n---\n\n", 2)[1];

    /// <summary>Signs of Markdown and of lists aside.</summary>
    private static string Words(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\uFEFF').Select(Width.Fold).Where(c => c is not ('#' or '|' or '-' or '•' or '*' or '+')));

    private static string Sorted(string text) => string.Concat(text.Order());
}
