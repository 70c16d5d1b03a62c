using System.CommandLine;
using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.Hotline;
using PolicyBot.Adapters.Hotline.Staff;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Bot.Commands;

/// <summary><c>policybot staff</c>: the accounts with which the agency's staff sign in. There is no default one.</summary>
internal static class StaffCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "账号名" };
        var role = new Option<string[]>("--role") { Description = "角色：clerk 经办，agent 坐席，editor 编辑；可以写几次", Required = true };
        role.AcceptOnlyFromAmong([.. StaffRoles.All]);
        var add = new Command("add", "新建账号；密码从终端输入，不显示") { name, role };
        add.SetAction((result, cancellationToken) => RunAsync((staff, audit) => AddAsync(staff, audit, result.GetValue(name)!, result.GetValue(role)!, cancellationToken)));
        var password = new Command("password", "改密码；已登录的全部退出") { name };
        password.SetAction((result, cancellationToken) => RunAsync((staff, audit) => PasswordAsync(staff, audit, result.GetValue(name)!, cancellationToken)));
        var disable = new Command("disable", "停用账号；已登录的立即退出") { name };
        disable.SetAction((result, cancellationToken) => RunAsync((staff, audit) => DisableAsync(staff, audit, result.GetValue(name)!, cancellationToken)));
        var list = new Command("list", "列出账号");
        list.SetAction((result, cancellationToken) => RunAsync((staff, _) => ListAsync(staff, result.GetValue(CommandLine.Json), cancellationToken)));
        return new Command("staff", "工作人员的账号") { add, list, disable, password };
    }

    private static async Task AddAsync(IStaffAccounts staff, IAuditLog audit, string name, string[] roles, CancellationToken cancellationToken)
    {
        Refuse(StaffRules.NameProblem(name));
        if (!await staff.AddAsync(name, roles, Password(name), cancellationToken))
        {
            throw new CommandException($"已经有账号“{name}”。");
        }

        await audit.AppendAsync(new AuditEntry("system", AuditActions.StaffAdded, $"staff/{name}"), cancellationToken);
        Console.WriteLine($"已建账号“{name}”（{string.Join('，', roles)}）。");
    }

    private static async Task PasswordAsync(IStaffAccounts staff, IAuditLog audit, string name, CancellationToken cancellationToken)
    {
        Known(await staff.FindAsync(name, cancellationToken) is not null, name);
        Known(await staff.SetPasswordAsync(name, Password(name), cancellationToken), name);
        await audit.AppendAsync(new AuditEntry("system", AuditActions.StaffPasswordSet, $"staff/{name}"), cancellationToken);
        Console.WriteLine($"已改“{name}”的密码。");
    }

    private static async Task DisableAsync(IStaffAccounts staff, IAuditLog audit, string name, CancellationToken cancellationToken)
    {
        Known(await staff.DisableAsync(name, cancellationToken), name);
        await audit.AppendAsync(new AuditEntry("system", AuditActions.StaffDisabled, $"staff/{name}"), cancellationToken);
        Console.WriteLine($"已停用“{name}”。");
    }

    private static async Task ListAsync(IStaffAccounts staff, bool json, CancellationToken cancellationToken)
    {
        var accounts = await staff.ListAsync(cancellationToken);
        if (json)
        {
            CommandServices.WriteJson(accounts.Select(account => new { account.Name, account.Roles, account.Disabled }));
            return;
        }

        foreach (var account in accounts)
        {
            Console.WriteLine($"{account.Name}  {string.Join('，', account.Roles)}{(account.Disabled ? "  已停用" : "")}");
        }
    }

    private static string Password(string name)
    {
        var password = PasswordPrompt.Read();
        Refuse(StaffRules.PasswordProblem(name, password));
        return password;
    }

    private static void Refuse(string? problem)
    {
        if (problem is not null)
        {
            throw new CommandException(problem);
        }
    }

    private static void Known(bool there, string name) => Refuse(there ? null : $"没有账号“{name}”。");

    private static async Task<int> RunAsync(Func<IStaffAccounts, IAuditLog, Task> command)
    {
        var root = ContentRoot.Find();
        var configuration = new ConfigurationBuilder().SetBasePath(root).AddJsonFile("appsettings.json").AddEnvironmentVariables().Build();
        await using var provider = new ServiceCollection().AddLogging().AddStorage(configuration, root).AddStaffAccounts().BuildServiceProvider();
        try
        {
            await command(provider.GetRequiredService<IStaffAccounts>(), provider.GetRequiredService<IAuditLog>());
            return 0;
        }
        catch (CommandException e)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }
}
