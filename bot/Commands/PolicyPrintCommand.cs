using System.CommandLine;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Policies.Pages;

namespace PolicyBot.Bot.Commands;

/// <summary><c>policybot policies print</c>: one policy as a Markdown page to be read and signed.</summary>
internal static class PolicyPrintCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "政策编号，比如 jilin-medical" };
        var print = new Command("print", "把一份政策印成可以审阅签字的一页（Markdown）") { id };
        print.SetAction(result => CommandServices.Run(_ => Print(result.GetRequiredValue(id))));
        return print;
    }

    /// <summary>Also of a policy with findings: they stand on the page.</summary>
    private static int Print(string id)
    {
        var knowledge = Path.Combine(ContentRoot.Find(), "knowledge");
        var places = PlaceCatalog.Load(Path.Combine(knowledge, "places"));
        var library = PolicyLibrary.Read(Path.Combine(knowledge, "policies"), GuideLibrary.Load(Path.Combine(knowledge, "guides")), places);
        var policy = library.Policies.FirstOrDefault(policy => policy.Id == id) ?? throw new CommandException(
            $"没有政策“{id}”。有这些：{string.Join("、", library.Policies.Select(policy => policy.Id))}");
        Console.Write(PolicyPage.ToMarkdown(policy, library.Facts, places));
        return 0;
    }
}
