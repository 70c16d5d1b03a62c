using System.Text;
using PolicyBot.Knowledge.Guides.Import;

namespace PolicyBot.Tests.Knowledge.Guides.Import;

public sealed class BadFileTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_cannot_be_used_is_refused_in_one_line_of_Chinese(string name, byte[] bytes, string told)
    {
        var problem = Assert.Throws<ImportException>(() => GuideImport.Read("yunxi", name, bytes));

        Assert.Contains(told, problem.Message);
        Assert.DoesNotContain('\n', problem.Message);
    }

    public static TheoryData<string, byte[], string> Files() => new()
    {
        { "a.txt", [], "文件是空的" },
        { "a.txt", Encoding.UTF8.GetBytes(" \r\n　\n"), "文件里没有文字" },
        { "a.docx", Ole, "加密的 Word 文件" },
        { "a.doc", Ole, "旧的 .doc 格式" },
        { "a.docx", Encoding.UTF8.GetBytes("只是文字"), "内容却不是 Word 文件" },
        { "a.docx", [(byte)'P', (byte)'K', 3, 4, 1, 2, 3, 4, 5, 6, 7, 8], "打不开这个 Word 文件" },
        { "a.docx", WordFile.Of()[..400], "打不开这个 Word 文件" },
        { "a.docx", WordFile.Of(), "文件里没有文字" },
        { "a.pdf", "%PDF-1.7"u8.ToArray(), "这是 PDF" },
        { "a.xlsx", [(byte)'P', (byte)'K', 3, 4], "不能导入“.xlsx”" },
        { "a.txt", CodePagesEncodingProvider.Instance.GetEncoding("big5")!.GetBytes("異地就醫備案須知，請攜帶身分證與健保卡辦理登記手續"), "认不出文件的编码" },
        { "a.txt", [0x00, 0x01, 0x02, 0xFF, 0xFE, 0x80], "认不出文件的编码" },
    };

    /// <summary>Not among the rows above: the runner writes every row out as text.</summary>
    [Fact]
    public void A_file_of_50_MB_is_refused() =>
        Assert.Contains("文件有 50 MB，超过 20 MB", Assert.Throws<ImportException>(() => GuideImport.Read("yunxi", "a.txt", new byte[50 * 1024 * 1024])).Message);

    [Theory]
    [InlineData("云溪.txt", null, "请用 --id 写一个")]
    [InlineData("a.txt", "../etc", "编号只能用小写字母")]
    public void An_id_that_is_no_name_of_a_file_is_refused(string name, string? wanted, string told) =>
        Assert.Contains(told, Assert.Throws<ImportException>(() => GuideImport.IdOf(name, wanted)).Message);

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => GuideImport.Read("yunxi", "a.docx", WordFile.Of(WordFile.Line("一")), stop.Token));
    }
}
