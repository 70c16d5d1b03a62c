using System.CommandLine;
using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Bot.Commands;

/// <summary><c>policybot audit verify</c>: whether the audit log is as it was written. Exit code 1 when it is not.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var holds = new Option<string?>("--holds") { Description = "以前抄下的末条校验值：看它还在不在，末尾有没有被截掉" };
        var verify = new Command("verify", "核对审计日志的每一条") { holds };
        verify.SetAction((result, cancellationToken) => RunAsync(result.GetValue(holds), result.GetValue(CommandLine.Json), cancellationToken));
        return new Command("audit", "审计日志") { verify };
    }

    private static async Task<int> RunAsync(string? holds, bool json, CancellationToken cancellationToken)
    {
        var root = ContentRoot.Find();
        var configuration = new ConfigurationBuilder().SetBasePath(root).AddJsonFile("appsettings.json").AddEnvironmentVariables().Build();
        await using var provider = new ServiceCollection().AddLogging().AddStorage(configuration, root).BuildServiceProvider();
        var check = await provider.GetRequiredService<IAuditLog>().VerifyAsync(cancellationToken);
        var cut = check.Broken is null && holds is { Length: > 0 } && !check.Hashes.Contains(holds);
        if (json)
        {
            CommandServices.WriteJson(new { ok = check.Broken is null && !cut, count = check.Count, broken = check.Broken, cut, head = check.Head });
        }
        else
        {
            Console.WriteLine(check.Broken is { } broken
                ? $"第 {broken} 条对不上，前面 {check.Count} 条没有问题。"
                : cut ? $"共 {check.Count} 条，每一条都对得上，但没有 {holds}：末尾被截掉过。" : $"OK：{check.Count} 条，末条 {check.Head}");
        }

        return check.Broken is null && !cut ? 0 : 1;
    }
}
