namespace PolicyBot.Adapters.WebChat.History;

/// <summary>An activity of a conversation, ready for the wire.</summary>
/// <param name="Sequence">Its place in the conversation, from 1; also the watermark of whoever has read this far.</param>
/// <param name="ClientId">The id that the client gave it, if it came from a client that gives ids.</param>
internal sealed record StoredActivity(long Sequence, string? ClientId, string Json);
