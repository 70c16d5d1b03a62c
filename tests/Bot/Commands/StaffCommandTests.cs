using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Bot.Commands;

public sealed class StaffCommandTests
{
    private const string Password = HotlineHost.Password;

    [Fact]
    public async Task AnAccountIsMadeListedAndDisabledAndItsPasswordIsNeverWritten()
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage__Path"] = Path.Combine(folder.Path, "bot.db"), ["Privacy__MasterKeyFile"] = Path.Combine(folder.Path, "master.key"),
        };

        var weak = await CommandRun.Typing(["short"], settings, "staff", "add", "wang", "--role", "clerk");
        Assert.Equal((2, "密码至少要 12 个字符。"), (weak.ExitCode, weak.ErrorLine));
        var empty = await CommandRun.Typing([], settings, "staff", "add", "wang", "--role", "clerk");
        Assert.Equal((2, "密码不能为空。"), (empty.ExitCode, empty.ErrorLine));
        var added = await CommandRun.Typing([Password], settings, "staff", "add", "wang", "--role", "clerk");
        Assert.Equal((0, "已建账号“wang”（clerk）。"), (added.ExitCode, added.Output.Trim()));
        Assert.Equal(2, (await CommandRun.Typing([Password], settings, "staff", "add", "wang", "--role", "clerk")).ExitCode);
        Assert.Equal(0, (await CommandRun.Typing([Password + "2"], settings, "staff", "password", "wang")).ExitCode);
        Assert.Equal(0, (await CommandRun.Typing([], settings, "staff", "disable", "wang")).ExitCode);
        var list = await CommandRun.Typing([], settings, "staff", "list");
        Assert.Equal("wang  clerk  已停用", list.Output.Trim());
        Assert.Equal("没有账号“li”。", (await CommandRun.Typing([], settings, "staff", "disable", "li")).ErrorLine);
        Assert.DoesNotContain(Password, added.Output + added.Error + list.Output, StringComparison.Ordinal);
        Assert.Empty(Traces.InFiles(folder.Path, Password));
        var audit = await CommandRun.Typing([], settings, "audit", "verify");
        Assert.StartsWith("OK：3 条", audit.Output, StringComparison.Ordinal);
    }
}
