namespace PolicyBot.Adapters.WebChat.Tokens;

/// <summary>What a token says: who may do what in which conversation, until when.</summary>
internal sealed record Ticket(string Conversation, string User)
{
    public string? UserName { get; init; }

    /// <summary>Web pages that may use it (Direct Line: trustedOrigins); empty when the server's own list decides.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Whether the conversation existed when the token was made; if so and it is gone, it has ended.</summary>
    public bool Started { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Different in each token.</summary>
    public string Nonce { get; init; } = "";
}
