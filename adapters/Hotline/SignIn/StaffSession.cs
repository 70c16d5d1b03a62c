using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Hotline.Pages;
using PolicyBot.Adapters.Hotline.Staff;

namespace PolicyBot.Adapters.Hotline.SignIn;

/// <summary>A signed-in person's cookie: over after half an hour of rest, after ten hours, or at once when the account's stamp changed.</summary>
internal static class StaffSession
{
    public const string Scheme = "Staff";

    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    private const string StampClaim = "stamp";
    private const string Since = "since";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "policybot-staff";
        options.Cookie.Path = "/hotline";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.LoginPath = SignInRoutes.InPath;
        options.ReturnUrlParameter = SignInRoutes.To;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;

        // The framework renews in the second half of the time only, which would end some sessions after a quarter of an hour.
        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = true;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            HotlinePage.Protect(context.Response.Headers);
            return HotlinePage.Show(context.HttpContext, "没有权限", Html.Of($"""<p class="card">这个账号没有审核备案的权限，请找管理员。</p>"""), StatusCodes.Status403Forbidden)
                .ExecuteAsync(context.HttpContext);
        };
    }

    public static Task BeginAsync(HttpContext context, StaffAccount account, DateTimeOffset now)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Name), new(ClaimTypes.Name, account.Name), new(StampClaim, account.Stamp), .. account.Roles.Select(role => new Claim(ClaimTypes.Role, role))],
            Scheme);
        var properties = new AuthenticationProperties();
        properties.Items[Since] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity), properties);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var account = context.Principal?.Identity?.Name is { } name
            ? await services.GetRequiredService<IStaffAccounts>().FindAsync(name, context.HttpContext.RequestAborted) : null;
        var fresh = context.Properties.Items.TryGetValue(Since, out var since) && long.TryParse(since, CultureInfo.InvariantCulture, out var seconds)
            && now < DateTimeOffset.FromUnixTimeSeconds(seconds) + Longest;
        if (!fresh || account is not { Disabled: false } || context.Principal!.FindFirstValue(StampClaim) != account.Stamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }
}
