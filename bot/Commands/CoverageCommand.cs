using System.CommandLine;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Commands;

/// <summary><c>policybot policies coverage</c>: which rule carries each sentence of the guides. <c>--write</c> puts it into docs/coverage.md.</summary>
internal static class CoverageCommand
{
    public static Command Create()
    {
        var write = new Option<bool>("--write") { Description = "写进 docs/coverage.md" };
        var coverage = new Command("coverage", "指南的每一句，由哪一条规则承担") { write };
        coverage.SetAction(result => CommandServices.Run(services => Show(services, result.GetValue(write))));
        return coverage;
    }

    private static int Show(CommandServices services, bool write)
    {
        var page = Coverage.ToMarkdown(services.Get<GuideLibrary>().Guides, services.Get<PolicyLibrary>().Policies);
        if (!write)
        {
            Console.Write(page);
            return 0;
        }

        var file = Path.Combine(ContentRoot.Find(), "docs", "coverage.md");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, page);
        Console.WriteLine("写好了：docs/coverage.md");
        return 0;
    }
}
