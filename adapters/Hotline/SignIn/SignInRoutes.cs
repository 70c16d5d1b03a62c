using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.Hotline.Pages;
using PolicyBot.Adapters.Hotline.Staff;

namespace PolicyBot.Adapters.Hotline.SignIn;

internal static class SignInRoutes
{
    public const string InPath = "/hotline/sign-in";
    public const string OutPath = "/hotline/sign-out";
    public const string To = "to";

    private const string Start = "/hotline/filings";
    private const string Entity = "hotline";

    // One sentence for all: which it is would tell a stranger which accounts there are.
    private static readonly string Wrong = string.Create(
        CultureInfo.InvariantCulture, $"登录没有成功：账号或密码不对，或者账号已停用、暂时锁定。连续输错 {StaffAccounts.TriesBeforeLock} 次锁定 {StaffAccounts.LockedFor.TotalMinutes:0} 分钟。");

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/sign-in", Ask).AllowAnonymous();
        group.MapPost("/sign-in", InAsync).AllowAnonymous();
        group.MapPost("/sign-out", OutAsync);
    }

    private static IResult Ask(HttpContext context, IAntiforgery antiforgery, string? to) => Form(context, antiforgery, to, null, StatusCodes.Status200OK);

    private static async Task<IResult> InAsync(
        HttpContext context, IAntiforgery antiforgery, IStaffAccounts staff, IAuditLog audit, SignInLimit limit, TimeProvider clock, string? to)
    {
        if (!limit.MayTry(context.Connection.RemoteIpAddress))
        {
            return Form(context, antiforgery, to, "试得太频繁了，请一分钟以后再试。", StatusCodes.Status429TooManyRequests);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, password) = (form["name"].ToString().Trim(), form["password"].ToString());
        if (password.Length > StaffRules.LongestPassword || await staff.SignInAsync(name, password, CancellationToken.None) is not { } account)
        {
            var known = await staff.FindAsync(name, CancellationToken.None);
            await audit.AppendAsync(new AuditEntry($"staff/{known?.Name ?? "?"}", AuditActions.StaffSignInFailed, Entity), CancellationToken.None);
            return Form(context, antiforgery, to, Wrong, StatusCodes.Status401Unauthorized);
        }

        await audit.AppendAsync(new AuditEntry($"staff/{account.Name}", AuditActions.StaffSignedIn, Entity), CancellationToken.None);
        await StaffSession.BeginAsync(context, account, clock.GetUtcNow());
        return TypedResults.LocalRedirect(IsOurs(to) ? to! : Start);
    }

    private static async Task<IResult> OutAsync(HttpContext context, IStaffAccounts staff, IAuditLog audit)
    {
        var name = context.User.Identity!.Name!;
        await staff.SignOutAsync(name, CancellationToken.None);
        await audit.AppendAsync(new AuditEntry($"staff/{name}", AuditActions.StaffSignedOut, Entity), CancellationToken.None);
        await context.SignOutAsync(StaffSession.Scheme);
        return TypedResults.LocalRedirect(InPath);
    }

    /// <summary>Only a page of the console: a link must not lead elsewhere after the sign-in.</summary>
    private static bool IsOurs(string? to) =>
        to is not null && to.StartsWith(Start, StringComparison.Ordinal) && to.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-');

    private static IResult Form(HttpContext context, IAntiforgery antiforgery, string? to, string? problem, int status) => HotlinePage.Show(
        context, "登录",
        Html.Of(
            $"""
            {(problem is null ? null : Html.Of($"""<p class="problem" role="alert">{problem}</p>"""))}
            <form class="card sign-in" method="post" action="{InPath}{(IsOurs(to) ? "?to=" + to : "")}">
            {HotlinePage.Token(context, antiforgery)}
            <label for="name">账号</label><input id="name" name="name" autocomplete="username" required autofocus>
            <label for="password">密码</label><input id="password" name="password" type="password" autocomplete="current-password" required>
            <button>登录</button>
            </form>
            """),
        status);
}
