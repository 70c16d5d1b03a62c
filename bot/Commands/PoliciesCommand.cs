using System.CommandLine;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Commands;

/// <summary><c>policybot policies check</c>: gaps, conflicts, dead rules, uncited entries. Exit code 1 when there are any.</summary>
internal static class PoliciesCommand
{
    public static Command Create()
    {
        var folder = new Option<string?>("--folder") { Description = "政策文件所在的文件夹，默认 knowledge/policies" };
        var check = new Command("check", "检查政策文件") { folder };
        check.SetAction(result => Check(result.GetValue(folder), result.GetValue(CommandLine.Json)));
        return new Command("policies", "政策文件") { check, PolicyPrintCommand.Create(), CoverageCommand.Create(), PolicyNewCommand.Create() };
    }

    private static int Check(string? folder, bool json)
    {
        var knowledge = Path.Combine(ContentRoot.Find(), "knowledge");
        try
        {
            var library = PolicyLibrary.Read(
                folder ?? Path.Combine(knowledge, "policies"),
                GuideLibrary.Load(Path.Combine(knowledge, "guides")), PlaceCatalog.Load(Path.Combine(knowledge, "places")));
            return Report([.. library.Policies.Select(PolicyChecker.Check)], json);
        }
        catch (Exception e) when (e is PolicyFormatException or GuideFormatException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static int Report(IReadOnlyList<PolicyReport> reports, bool json)
    {
        if (json)
        {
            CommandServices.WriteJson(reports);
        }
        else
        {
            foreach (var report in reports)
            {
                Console.WriteLine(
                    $"{report.Policy}: {report.Combinations} combinations, {report.OutcomeRules} outcome rules, {report.TierRules} tier rules, {report.Findings.Count} findings");
                foreach (var finding in report.Findings)
                {
                    Console.WriteLine($"  {Path.GetFileName(finding.File)}:{finding.Line}: {finding.Kind}: {finding.Message}");
                }
            }
        }

        return reports.Any(report => report.Findings.Count > 0) ? 1 : 0;
    }
}
