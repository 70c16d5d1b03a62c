namespace PolicyBot.Adapters.WebChat.Conversations;

internal enum ReceiptState
{
    /// <summary>The turn is over and stored, now or at an earlier attempt.</summary>
    Done,

    /// <summary>There is no such conversation, or no longer.</summary>
    NoConversation,

    /// <summary>The bot failed before it could say so; nothing of this turn is stored, and it may be sent again.</summary>
    Failed,

    /// <summary>No answer in time. The answer may still come through the conversation.</summary>
    TooSlow,
}

/// <param name="Id">Id of the person's activity, when Done.</param>
internal readonly record struct Receipt(ReceiptState State, string? Id = null);
