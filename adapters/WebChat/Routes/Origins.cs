using Microsoft.AspNetCore.Http;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Routes;

/// <summary>
/// Which web pages may talk to us. CORS alone is not enough: browsers do not apply it to WebSockets, and it hides
/// answers but does not stop requests.
/// </summary>
internal static class Origins
{
    public static bool Allow(HttpRequest request, Ticket ticket, WebChatOptions options)
    {
        string? origin = request.Headers.Origin;
        if (string.IsNullOrEmpty(origin))
        {
            return true; // not a browser, or a page of our own that only reads
        }

        // Only the host is compared: behind a proxy that ends TLS the scheme may differ.
        var own = Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
        var trusted = ticket.Origins.Count > 0 ? ticket.Origins : options.Origins;
        return own || trusted.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Scheme, host and base path under which the client reached us.</summary>
    public static string Own(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
