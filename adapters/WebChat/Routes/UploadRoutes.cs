using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.WebChat.Conversations;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Routes;

/// <summary>Messages with files: taken in as multipart, shown again to the same conversation only.</summary>
internal static class UploadRoutes
{
    public static void Map(IEndpointRouteBuilder directLine, IEndpointRouteBuilder tickets)
    {
        tickets.MapPost("/conversations/{conversation}/upload", PostAsync);
        directLine.MapGet("/conversations/{conversation}/uploads/{upload}", GetAsync);
    }

    private static async Task<IResult> PostAsync(
        HttpContext context, Reception reception, ConversationHistory history, IUploadStore store, Limits limits, WebChatOptions options)
    {
        var ticket = TicketFilter.TicketOf(context);
        var request = context.Request;
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null; // ours is counted here, and answered
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            return Refusal.Bad("The body must be multipart/form-data.");
        }

        IResult? refusal = limits.MaySpeak(ticket.Conversation) ? null : Refusal.TooMany;
        refusal ??= await history.FindAsync(ticket.Conversation, null, context.RequestAborted) is null ? Refusal.NoConversation : null;
        refusal ??= request.ContentLength > options.MaxUploadBytes ? Refusal.UploadTooLarge : null;
        if (refusal is null)
        {
            var reader = new MultipartReader(boundary, new CappedStream(request.Body, options.MaxUploadBytes));
            var upload = new UploadReader(reader, store, history, ticket, options);
            try
            {
                refusal = await upload.ReadAsync(context.RequestAborted);
            }
            catch (CappedStream.ExceededException)
            {
                refusal = Refusal.UploadTooLarge;
            }
            catch (InvalidDataException)
            {
                refusal = Refusal.Bad("The multipart body is broken.");
            }
            catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
            {
                refusal = Refusal.Bad("The multipart body ends too early.");
            }

            if (refusal is null)
            {
                return ConversationRoutes.Answer(await reception.PostAsync(ticket, upload.Compose()));
            }
        }

        await Body.DrainAsync(request.Body, options.MaxUploadBytes * 8, context.RequestAborted);
        return refusal;
    }

    /// <summary>The file for whoever holds the conversation: by a link's own token, because an img element sends no header.</summary>
    private static async Task<IResult> GetAsync(HttpContext context, string conversation, string upload, string? t, TokenService tokens, IUploadStore store)
    {
        var reading = t is not null ? tokens.Read(TokenPurpose.Upload, t) : tokens.Read(TokenPurpose.Connect, TicketFilter.Bearer(context.Request));
        if (reading.Ticket is not { } ticket)
        {
            return Refusal.NoToken;
        }

        if (reading.State == TokenState.Expired)
        {
            return Refusal.Expired;
        }

        if (ticket.Conversation != conversation)
        {
            return Refusal.NotYours;
        }

        if (await store.FindAsync(upload, conversation, context.RequestAborted) is not { } found)
        {
            return Refusal.NotFound;
        }

        // What people sent is never run: not sniffed, not shown as a page, not kept by proxies.
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=3600";
        return TypedResults.Stream(store.Open(found), found.ContentType, found.Name);
    }
}
