namespace PolicyBot.Adapters.WebChat.History;

/// <summary>What a turn needs to know of its conversation before it starts.</summary>
/// <param name="Last">Sequence of the newest activity; 0 when there is none.</param>
/// <param name="LastAt">Time stamp of the newest activity, in milliseconds since 1970.</param>
/// <param name="Known">Sequence of the activity with the client's id that was asked for; 0 when there is none.</param>
internal sealed record ConversationHead(string UserId, long Last, long LastAt, long Known);
