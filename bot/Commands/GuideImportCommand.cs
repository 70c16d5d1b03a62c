using System.CommandLine;
using System.Text;
using PolicyBot.Knowledge.Guides.Import;
using Spectre.Console;

namespace PolicyBot.Bot.Commands;

/// <summary><c>policybot guides import</c>: a guide file of a Word file, web page or text. Exit code 2 where it cannot be, 130 when stopped.</summary>
internal static class GuideImportCommand
{
    private const int Stopped = 130;

    private static readonly Argument<string> File = new("file") { Description = ".docx、.html、.txt 或 .md" };
    private static readonly Option<string?> Id = new("--id") { Description = "指南编号，比如 yunxi-medical；默认用文件名" };
    private static readonly Option<string?> Out = new("--out") { Description = "写到哪个文件夹，默认 knowledge/guides" };

    public static Command Create()
    {
        var command = new Command("import", "把一份文件变成指南文件，原件一起留下") { File, Id, Out };
        command.SetAction((result, cancellationToken) => Task.FromResult(Run(result, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult result, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        try
        {
            var folder = result.GetValue(Out) ?? Path.Combine(ContentRoot.Find(), "knowledge", "guides");
            string[] lines = [];
            Shown(console, step => lines = Import(result.GetRequiredValue(File), result.GetValue(Id), folder, step, cancellationToken));
            Array.ForEach(lines, Console.WriteLine);
            return 0;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("已经停止，什么也没有写。");
            return Stopped;
        }
        catch (Exception e) when (e is ImportException or CommandException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message.ReplaceLineEndings(" "));
            return 2;
        }
    }

    /// <summary>Progress is for a person in front of a terminal; a log gets the result only.</summary>
    private static void Shown(IAnsiConsole console, Action<Action<string>> work)
    {
        if (console.Profile.Capabilities.Interactive && !Console.IsErrorRedirected)
        {
            console.Status().Start("准备", context => work(step => context.Status = step));
        }
        else
        {
            work(_ => { });
        }
    }

    internal static string[] Import(string path, string? wanted, string folder, Action<string> step, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        var id = GuideImport.IdOf(name, wanted);
        step("读文件（Ctrl+C 停止）");
        var bytes = Read(path, cancellationToken);
        step("认标题和表格（Ctrl+C 停止）");
        var guide = GuideImport.Read(id, name, bytes, cancellationToken);

        step("写文件");
        var files = new ImportFiles();
        var text = Encoding.UTF8.GetBytes(guide.Text);
        var plain = Path.GetExtension(name).Equals(".txt", StringComparison.OrdinalIgnoreCase);
        var original = plain ? guide.Encoding == "UTF-8" ? $"{id}.txt" : $"{id}.original.txt" : id + Path.GetExtension(name).ToLowerInvariant();
        files.Add(Path.Combine(folder, "sources", original), bytes);
        if (original != $"{id}.txt")
        {
            files.Add(Path.Combine(folder, "sources", $"{id}.txt"), text);
        }

        files.Add(Path.Combine(folder, $"{id}.md"), Encoding.UTF8.GetBytes(guide.Markdown));
        files.Write(cancellationToken);
        return
        [
            $"写好了：{id}.md，标题 {guide.Headings} 个，表格 {guide.Tables} 张{(guide.Encoding is { } encoding ? $"，编码 {encoding}" : "")}；原件：sources/{original}",
            .. guide.Remarks.Select(remark => $"请注意：{remark}"),
            $"下一步：对照原件改 {id}.md，填好开头的“待填”，删掉的网页杂物写进 left-out.yaml；然后 policybot policies new {id}",
        ];
    }

    private static byte[] Read(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new CommandException($"没有这个文件：{path}");
        }

        if (file.Length > GuideImport.MaxBytes)
        {
            throw GuideImport.TooLarge(file.Length);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return System.IO.File.ReadAllBytes(path);
    }
}
