namespace PolicyBot.Adapters.Privacy;

/// <summary>Who a person is to us: a user of a channel, in a conversation. Neither says who it is in life.</summary>
public sealed record PersonRef(string ChannelId, string User, string Conversation)
{
    /// <summary>To whom filings belong.</summary>
    public string Owner => $"{ChannelId}/{User}";
}
