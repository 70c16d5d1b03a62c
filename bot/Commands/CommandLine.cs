using System.CommandLine;

namespace PolicyBot.Bot.Commands;

/// <summary>The shell's way to the same knowledge: ask, determine, chat, guides, policies, audit, staff.</summary>
internal static class CommandLine
{
    public static Option<bool> Json { get; } = new("--json") { Description = "用 JSON 输出", Recursive = true };

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("异地就医备案助手。不带参数：启动服务。")
        {
            Json,
            AskCommand.Create(),
            DetermineCommand.Create(),
            ChatCommand.Create(),
            GuidesCommand.Create(),
            PoliciesCommand.Create(),
            AuditCommand.Create(),
            StaffCommand.Create(),
        };
        return root.Parse(args).InvokeAsync();
    }
}
