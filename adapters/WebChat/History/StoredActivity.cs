namespace PolicyBot.Adapters.WebChat.History;

/// <summary>An activity of a conversation, ready for the wire.</summary>
/// <param name="Sequence">Its place in the conversation, from 1; also the watermark of whoever has read this far.</param>
/// <param name="At">Its time stamp, in milliseconds since 1970; later than that of the one before.</param>
/// <param name="ClientId">The id that the client gave it, if it came from a client that gives ids.</param>
internal sealed record StoredActivity(long Sequence, long At, string? ClientId, string Json)
{
    public override string ToString() => $"{Sequence} {At}";
}
