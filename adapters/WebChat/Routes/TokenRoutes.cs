using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Routes;

/// <summary>How a client comes by a token and keeps it fresh.</summary>
internal static class TokenRoutes
{
    public static void Map(IEndpointRouteBuilder directLine, IEndpointRouteBuilder page)
    {
        directLine.MapPost("/tokens/generate", GenerateAsync);
        directLine.MapPost("/tokens/refresh", RefreshAsync).AddEndpointFilter<TicketFilter>();
        page.MapPost("/token", BeginAsync);
    }

    /// <summary>For the server of another site, which proves itself by the secret and names its own user.</summary>
    private static async Task<IResult> GenerateAsync(HttpContext context, WebChatOptions options, PassOffice office)
    {
        if (string.IsNullOrEmpty(options.Secret) || !IsSecret(TicketFilter.Bearer(context.Request), options.Secret))
        {
            return Refusal.Closed;
        }

        var body = await Body.ReadAsync<GenerateRequest>(context.Request);
        var user = body?.User?.Id ?? NewUser();
        if (!user.StartsWith("dl_", StringComparison.Ordinal) || user.Length > 100)
        {
            return Refusal.Bad("user.id must begin with dl_ and have at most 100 characters.");
        }

        return TypedResults.Ok(office.Issue(new(NewConversation(), user) { UserName = body?.User?.Name, Origins = body?.TrustedOrigins ?? [] }));
    }

    private static async Task<IResult> RefreshAsync(HttpContext context, PassOffice office, ConversationHistory history)
    {
        var ticket = TicketFilter.TicketOf(context);
        if (ticket.Started && await history.FindAsync(ticket.Conversation, null, context.RequestAborted) is null)
        {
            return Refusal.NoConversation;
        }

        return TypedResults.Ok(office.Issue(ticket));
    }

    /// <summary>
    /// For our own page: a new conversation with a user of our making, or the one that the page's old token was for.
    /// No cookie: the page keeps the token for as long as its tab is open, so that the next person at a shared computer does not find it.
    /// </summary>
    private static async Task<Results<Ok<ConversationPass>, JsonHttpResult<Refusal.Body>>> BeginAsync(
        HttpContext context, WebChatOptions options, PassOffice office, TokenService tokens, ConversationHistory history, Limits limits, TimeProvider time)
    {
        if (!limits.MayBegin(context.Connection.RemoteIpAddress))
        {
            context.Response.Headers.RetryAfter = "60";
            return Refusal.TooMany;
        }

        context.Response.Headers.CacheControl = "no-store";
        var old = tokens.Read(TokenPurpose.Connect, (await Body.ReadAsync<BeginRequest>(context.Request))?.Token).Ticket;
        if (old is not null
            && time.GetUtcNow() < old.ExpiresAt + options.ResumeWithin
            && await history.FindAsync(old.Conversation, null, context.RequestAborted) is not null)
        {
            return TypedResults.Ok(office.Issue(old with { Started = true }) with { Resumed = true });
        }

        return TypedResults.Ok(office.Issue(new(NewConversation(), NewUser())) with { Resumed = false });
    }

    private static string NewConversation() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Ids that begin with <c>dl_</c> are Direct Line's: clients accept them out of a token only.</summary>
    private static string NewUser() => $"dl_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";

    private static bool IsSecret(string? given, string secret) =>
        given is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed record GenerateRequest(GenerateUser? User, string[]? TrustedOrigins);

    private sealed record GenerateUser(string? Id, string? Name);

    private sealed record BeginRequest(string? Token);
}
