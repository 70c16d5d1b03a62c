using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using PolicyBot.Adapters.WebChat.Routes;

namespace PolicyBot.Adapters.WebChat.Pages;

/// <summary>The page at <c>/</c> and its files. Everything comes from this server: there is no content delivery network.</summary>
internal static class PageRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", Index);
        app.MapGet("/webchat/{tag}/{name}", File);
        app.MapGet("/favicon.ico", (HttpContext context, PageFiles files) => Send(context, files.Find("icon.svg")!, "public, max-age=86400"));
    }

    private static IResult Index(HttpContext context, PageFiles files, WebChatOptions options)
    {
        // Scripts only from our own files. Web Chat writes its styles into the page as it runs, hence 'unsafe-inline' for
        // those; it reads files to be sent through blob: addresses and scales pictures down in a blob: worker.
        var request = context.Request;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = string.Join("; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            $"connect-src 'self' blob: ws://{request.Host} wss://{request.Host}",
            "worker-src blob:",
            "base-uri 'self'",
            "form-action 'none'",
            $"frame-ancestors 'self' {string.Join(' ', options.Origins)}".TrimEnd());
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Send(context, files.Index, "no-cache");
    }

    private static IResult File(HttpContext context, string tag, string name, PageFiles files) =>
        files.Find(name) is not { } file ? Refusal.NotFound
        : Send(context, file, tag == file.Tag ? "public, max-age=31536000, immutable" : "no-cache");

    private static IResult Send(HttpContext context, PageFile file, string caching)
    {
        var encoding = Encoding(context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = caching;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentEncoding = encoding;
        var content = encoding switch
        {
            "br" => file.Brotli(),
            "gzip" => file.Gzip(),
            _ => new GZipStream(file.Gzip(), CompressionMode.Decompress),
        };
        return TypedResults.Stream(content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Tag}-{encoding}\""));
    }

    private static string? Encoding(HttpRequest request)
    {
        var accepted = new RequestHeaders(request.Headers).AcceptEncoding.Where(value => value.Quality != 0).Select(value => value.Value.Value).ToList();
        return accepted.Contains("br") ? "br" : accepted.Contains("gzip") ? "gzip" : null;
    }
}
