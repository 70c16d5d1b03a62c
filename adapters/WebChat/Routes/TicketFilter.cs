using Microsoft.AspNetCore.Http;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Routes;

/// <summary>Lets a request through only with a bearer token for the conversation that stands in its path.</summary>
internal sealed class TicketFilter(TokenService tokens, WebChatOptions options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var reading = tokens.Read(TokenPurpose.Connect, Bearer(request));
        if (reading.Ticket is not { } ticket)
        {
            return Refusal.NoToken;
        }

        if (reading.State == TokenState.Expired)
        {
            return Refusal.Expired;
        }

        if (request.RouteValues["conversation"] is string asked && asked != ticket.Conversation)
        {
            return Refusal.NotYours;
        }

        if (!Origins.Allow(request, ticket, options))
        {
            return Refusal.OriginNotAllowed;
        }

        context.HttpContext.Features.Set(ticket);
        return await next(context);
    }

    /// <summary>The ticket of a request that this filter let through.</summary>
    public static Ticket TicketOf(HttpContext context) => context.Features.Get<Ticket>() ?? throw new InvalidOperationException("This route has no TicketFilter.");

    public static string? Bearer(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        string? header = request.Headers.Authorization;
        return header?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true ? header[Scheme.Length..].Trim() : null;
    }
}
