using System.CommandLine;
using System.Text;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Commands;

/// <summary><c>policybot policies new</c>: the commented beginning of a policy file for an imported guide.</summary>
internal static class PolicyNewCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "指南编号" };
        var create = new Command("new", "给一份导入的指南写一个带说明的政策文件框架") { id };
        create.SetAction(result => CommandServices.Run(_ => Write(result.GetRequiredValue(id))));
        return create;
    }

    private static int Write(string id)
    {
        var knowledge = Path.Combine(ContentRoot.Find(), "knowledge");
        var guides = GuideLibrary.Load(Path.Combine(knowledge, "guides"));
        var guide = guides.Find(id) ?? throw new CommandException(
            $"没有指南“{id}”，请先 policybot guides import。有这些：{string.Join("、", guides.Guides.Select(known => known.Id))}");
        var files = new ImportFiles();
        files.Add(Path.Combine(knowledge, "policies", $"{id}.yaml"), Encoding.UTF8.GetBytes(PolicySkeleton.For(guide)));
        files.Write(CancellationToken.None);
        Console.WriteLine($"写好了：knowledge/policies/{id}.yaml。填好“待填”的地方，边填边跑 policybot policies check。");
        return 0;
    }
}
