using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Adapters.WebChat.Streams;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Routes;

/// <summary>The WebSocket over which a page hears what is said. Everything is checked before the socket is accepted.</summary>
internal static class StreamRoute
{
    // The client pings by an empty text frame every 20 s; this is for the one that is gone without a word.
    private static readonly WebSocketAcceptContext Accept = new()
    {
        KeepAliveInterval = TimeSpan.FromSeconds(30),
        KeepAliveTimeout = TimeSpan.FromSeconds(30),
    };

    public static void Map(IEndpointRouteBuilder directLine) => directLine.MapGet("/conversations/{conversation}/stream", OpenAsync);

    private static async Task<IResult> OpenAsync(
        HttpContext context, string conversation, string? t, string? watermark, TokenService tokens, ConversationHistory history, StreamHub hub, WebChatOptions options)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return Refusal.Bad("This address is for WebSockets.");
        }

        var reading = tokens.Read(TokenPurpose.Stream, t);
        if (reading.State != TokenState.Valid || reading.Ticket is not { } ticket)
        {
            return Refusal.Expired;
        }

        if (ticket.Conversation != conversation)
        {
            return Refusal.NotYours;
        }

        if (!Origins.Allow(context.Request, ticket, options))
        {
            return Refusal.OriginNotAllowed;
        }

        if (hub.IsFull)
        {
            return Refusal.Full;
        }

        if (await history.FindAsync(conversation, null, context.RequestAborted) is not { } head)
        {
            return Refusal.NoConversation;
        }

        if (!await history.RedeemAsync(ticket, context.RequestAborted))
        {
            return Refusal.StreamTokenUsed;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(Accept);
        var wire = new Wire(tokens, options, ticket, Origins.Own(context.Request));
        var after = Math.Min(ActivityId.ReadWatermark(watermark), head.Last);
        await hub.RunAsync(conversation, new StreamSocket(socket, conversation, after, wire, history), context.RequestAborted);
        return TypedResults.Empty;
    }
}
