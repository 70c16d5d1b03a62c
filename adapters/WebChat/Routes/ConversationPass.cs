using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Routes;

/// <summary>What a client gets to use a conversation with; names as Direct Line 3.0 writes them.</summary>
internal sealed record ConversationPass
{
    [JsonPropertyName("conversationId")]
    public required string ConversationId { get; init; }

    [JsonPropertyName("token")]
    public required string Token { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }

    [JsonPropertyName("streamUrl"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StreamUrl { get; init; }

    /// <summary>For our own page: whether the conversation is the one that it asked to go on with.</summary>
    [JsonPropertyName("resumed"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Resumed { get; init; }
}

internal sealed class PassOffice(TokenService tokens, WebChatOptions options)
{
    public ConversationPass Issue(Ticket ticket) => new()
    {
        ConversationId = ticket.Conversation,
        Token = tokens.Issue(TokenPurpose.Connect, ticket, options.TokenLifetime),
        ExpiresIn = (int)options.TokenLifetime.TotalSeconds,
    };

    /// <summary>With the address of the stream: absolute and on our host, as the client opens it as it stands.</summary>
    public ConversationPass IssueWithStream(Ticket ticket, HttpRequest request, long watermark)
    {
        var started = ticket with { Started = true };
        var socket = Origins.Own(request).Replace("http", "ws", StringComparison.Ordinal);
        var token = tokens.Issue(TokenPurpose.Stream, started, options.StreamTokenLifetime);
        return Issue(started) with
        {
            StreamUrl = FormattableString.Invariant($"{socket}/v3/directline/conversations/{ticket.Conversation}/stream?watermark={watermark}&t={token}"),
        };
    }
}
