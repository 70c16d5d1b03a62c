using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Adapters.Hotline.Filings;
using PolicyBot.Adapters.Hotline.Pages;
using PolicyBot.Adapters.Hotline.SignIn;
using PolicyBot.Adapters.Hotline.Staff;

namespace PolicyBot.Adapters.Hotline;

/// <summary>The staff's console under <c>/hotline</c>, behind a sign-in.</summary>
public static class HotlineExtensions
{
    private const int LargestForm = 64 * 1024;

    /// <summary>The accounts alone, for the shell. Needs <c>AddStorage</c>.</summary>
    public static IServiceCollection AddStaffAccounts(this IServiceCollection services) => services.AddSingleton<IStaffAccounts, StaffAccounts>();

    /// <summary>Needs <c>AddStorage</c>, <c>AddFilingService</c> and the knowledge.</summary>
    public static IServiceCollection AddHotline(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddStaffAccounts();
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<FilingWords>();
        services.AddAuthentication(StaffSession.Scheme).AddCookie(StaffSession.Scheme, StaffSession.Configure);
        services.AddAuthorizationBuilder().AddPolicy(StaffRoles.Clerk, policy => policy.RequireRole(StaffRoles.Clerk));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "policybot-form";
            options.Cookie.Path = "/hotline";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    /// <summary>The pages of clerks only where this host runs the filing service.</summary>
    public static WebApplication MapHotline(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        var group = app.MapGroup("/hotline").RequireAuthorization().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        group.AddEndpointFilter(HotlinePage.ProtectAsync).AddEndpointFilter<RouteGroupBuilder, AntiforgeryFilter>();
        group.MapGet("/hotline.css", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=3600";
            return TypedResults.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream("Hotline.hotline.css")!, "text/css; charset=utf-8");
        }).AllowAnonymous();
        SignInRoutes.Map(group);
        if (app.Services.GetRequiredService<IOptions<FilingServiceOptions>>().Value.Enabled == true)
        {
            group.MapGet("", () => TypedResults.LocalRedirect("/hotline/filings"));
            FilingPageRoutes.Map(group.MapGroup("/filings").RequireAuthorization(StaffRoles.Clerk));
        }

        return app;
    }
}
