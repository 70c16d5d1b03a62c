namespace PolicyBot.Adapters.WebChat.Tokens;

internal enum TokenState
{
    Valid,
    Expired,
    Invalid,
}

/// <param name="Ticket">What the token says; null when it is not ours.</param>
internal readonly record struct TokenReading(TokenState State, Ticket? Ticket);
