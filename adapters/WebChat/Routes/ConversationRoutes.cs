using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PolicyBot.Adapters.WebChat.Conversations;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Adapters.WebChat.Streams;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Routes;

/// <summary>Beginning a conversation, coming back to it, and reading and writing it without a socket.</summary>
internal static class ConversationRoutes
{
    // 20,000 characters, each escaped as \uXXXX twice over, and what Web Chat adds.
    private const int MaxActivityBytes = 512 * 1024;

    public static void Map(IEndpointRouteBuilder tickets)
    {
        tickets.MapPost("/conversations", StartAsync);
        tickets.MapGet("/conversations/{conversation}", ReconnectAsync);
        tickets.MapGet("/conversations/{conversation}/activities", ReadAsync);
        tickets.MapPost("/conversations/{conversation}/activities", PostAsync);
    }

    /// <summary>How a receipt is told to the client.</summary>
    public static IResult Answer(Receipt receipt) => receipt.State switch
    {
        ReceiptState.Done => TypedResults.Ok(new { id = receipt.Id }),
        ReceiptState.NoConversation => Refusal.NoConversation,
        ReceiptState.TooSlow => Refusal.BotTooSlow,
        _ => Refusal.BotFailed,
    };

    private static async Task<IResult> StartAsync(HttpContext context, Reception reception, PassOffice office)
    {
        // The user is the token's, whatever the body says.
        var ticket = TicketFilter.TicketOf(context);
        var locale = (await Body.ReadAsync<StartRequest>(context.Request))?.Locale;
        var receipt = await reception.StartAsync(ticket, locale is { Length: <= 35 } ? locale : null);
        return receipt.State == ReceiptState.Done
            ? TypedResults.Json(office.IssueWithStream(ticket, context.Request, 0), statusCode: StatusCodes.Status201Created)
            : Answer(receipt);
    }

    private static async Task<IResult> ReconnectAsync(HttpContext context, string? watermark, PassOffice office, ConversationHistory history)
    {
        var ticket = TicketFilter.TicketOf(context);
        return await history.FindAsync(ticket.Conversation, null, context.RequestAborted) is null
            ? Refusal.NoConversation
            : TypedResults.Ok(office.IssueWithStream(ticket, context.Request, ActivityId.ReadWatermark(watermark)));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string? watermark, ConversationHistory history, TokenService tokens, WebChatOptions options)
    {
        var ticket = TicketFilter.TicketOf(context);
        if (await history.FindAsync(ticket.Conversation, null, context.RequestAborted) is not { } head)
        {
            return Refusal.NoConversation;
        }

        // A watermark beyond the end would hide every message to come.
        var after = Math.Min(ActivityId.ReadWatermark(watermark), head.Last);
        var page = await history.ReadAfterAsync(ticket.Conversation, after, context.RequestAborted);
        var wire = new Wire(tokens, options, ticket, Origins.Own(context.Request));
        return TypedResults.Text(wire.Page(page, page.Count > 0 ? page[^1].Sequence : after), "application/json");
    }

    private static async Task<IResult> PostAsync(HttpContext context, Reception reception, Limits limits, WebChatOptions options)
    {
        var ticket = TicketFilter.TicketOf(context);
        if (!limits.MaySpeak(ticket.Conversation))
        {
            // The official client reads this as milliseconds, then reports the failure.
            context.Response.Headers.RetryAfter = "5";
            return Refusal.TooMany;
        }

        var text = await Body.ReadTextAsync(context.Request.Body, MaxActivityBytes, context.RequestAborted);
        if (text is null)
        {
            await Body.DrainAsync(context.Request.Body, options.MaxUploadBytes, context.RequestAborted);
            return Refusal.TextTooLong;
        }

        if (Body.ParseActivity(text) is not { } body || Incoming.Read(body, ticket, options) is not { } activity)
        {
            return Refusal.Bad("The body must be an activity of type message, event or typing.");
        }

        return activity.Text?.Length > options.MaxTextLength ? Refusal.TextTooLong : Answer(await reception.PostAsync(ticket, activity));
    }

    private sealed record StartRequest(string? Locale);
}
