using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using PolicyBot.Adapters.Hotline.SignIn;

namespace PolicyBot.Adapters.Hotline.Pages;

/// <summary>What all pages of the console share: head, bar, protection. They work without any script.</summary>
internal static class HotlinePage
{
    public static IResult Show(HttpContext context, string title, Html body, int status = StatusCodes.Status200OK) =>
        TypedResults.Text(Whole(context, title, body).ToString(), "text/html", Encoding.UTF8, status);

    /// <summary>To be put into every form that is posted.</summary>
    public static Html Token(HttpContext context, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return Html.Of($"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""");
    }

    /// <summary>Nothing runs, is sniffed, framed, kept by a cache or told to another site.</summary>
    public static void Protect(IHeaderDictionary headers, string policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
    }

    public static async ValueTask<object?> ProtectAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Protect(context.HttpContext.Response.Headers);
        return await next(context);
    }

    private static Html Whole(HttpContext context, string title, Html body) => Html.Of(
        $"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title} · 备案经办</title>
        <link rel="stylesheet" href="/hotline/hotline.css">
        </head>
        <body>
        <header>{Bar(context)}</header>
        <main>
        <h1>{title}</h1>
        {body}
        </main>
        </body>
        </html>
        """);

    private static Html Bar(HttpContext context) => context.User.Identity is { IsAuthenticated: true, Name: { } name }
        ? Html.Of(
            $"""
            <p class="product">备案经办</p>
            <nav aria-label="主导航"><a href="/hotline/filings">待审核</a></nav>
            <form method="post" action="{SignInRoutes.OutPath}">{Token(context, (IAntiforgery)context.RequestServices.GetService(typeof(IAntiforgery))!)}<span>{name}</span> <button class="quiet">退出</button></form>
            """)
        : Html.Of($"""<p class="product">备案经办</p>""");
}
