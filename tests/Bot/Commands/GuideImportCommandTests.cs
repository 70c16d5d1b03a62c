using PolicyBot.Bot.Commands;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Bot.Commands;

public sealed class GuideImportCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_file_becomes_a_guide_with_its_original_beside_it()
    {
        File.WriteAllText(folder.File("yunxi-medical.html"), "<h1>云溪县指南</h1><h2>一、材料</h2><p>带好社保卡。</p>");

        var run = await CommandRun.Of("guides", "import", folder.File("yunxi-medical.html"), "--out", folder.File("out"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("写好了：yunxi-medical.md，标题 1 个，表格 0 张，编码 UTF-8；原件：sources/yunxi-medical.html", run.Output);
        Assert.Equal(
            ["sources/yunxi-medical.html", "sources/yunxi-medical.txt", "yunxi-medical.md"],
            folder.Files("out").Select(file => Path.GetRelativePath(folder.File("out"), file)).Order(StringComparer.Ordinal));
        Assert.Equal("云溪县指南\n一、材料\n带好社保卡。\n", File.ReadAllText(folder.File("out/sources/yunxi-medical.txt")));
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_told_in_one_line_and_ends_with_2()
    {
        File.WriteAllBytes(folder.File("locked.docx"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

        var run = await CommandRun.Of("guides", "import", folder.File("locked.docx"), "--out", folder.File("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("加密的 Word 文件", run.ErrorLine);
        Assert.Empty(folder.Files("out"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_even_read()
    {
        await using (var file = File.Create(folder.File("large.txt")))
        {
            file.SetLength(50 * 1024 * 1024);
        }

        var run = await CommandRun.Of("guides", "import", folder.File("large.txt"), "--out", folder.File("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("文件有 50 MB，超过 20 MB", run.ErrorLine);
    }

    [Fact]
    public async Task A_guide_that_is_there_already_is_not_overwritten()
    {
        File.WriteAllText(folder.File("yunxi.txt"), "云溪县指南\n带好社保卡。");
        Directory.CreateDirectory(folder.File("out"));
        File.WriteAllText(folder.File("out/yunxi.md"), "改好的");

        var run = await CommandRun.Of("guides", "import", folder.File("yunxi.txt"), "--out", folder.File("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("请用 --id 另起一个编号", run.ErrorLine);
        Assert.Equal("改好的", File.ReadAllText(Assert.Single(folder.Files("out"))));
    }

    [Theory]
    [InlineData("读文件")]
    [InlineData("认标题和表格")]
    [InlineData("写文件")]
    public void An_import_that_is_stopped_leaves_nothing(string at)
    {
        using var stop = new CancellationTokenSource();
        File.WriteAllText(folder.File("yunxi.txt"), "云溪县指南\n带好社保卡。");

        Assert.Throws<OperationCanceledException>(() => GuideImportCommand.Import(
            folder.File("yunxi.txt"), null, folder.File("out"), step => Stop(step.StartsWith(at, StringComparison.Ordinal)), stop.Token));

        Assert.Empty(folder.Files("out"));

        void Stop(bool now)
        {
            if (now)
            {
                stop.Cancel();
            }
        }
    }

    [Fact]
    public void Files_that_cannot_all_be_written_are_all_taken_back()
    {
        var files = new ImportFiles();
        files.Add(folder.File("out/a.md"), [1]);
        files.Add(folder.File("out/a.md/b.md"), [2]);

        Assert.ThrowsAny<IOException>(() => files.Write(CancellationToken.None));

        Assert.Empty(folder.Files("out"));
    }

    public void Dispose() => folder.Dispose();
}
