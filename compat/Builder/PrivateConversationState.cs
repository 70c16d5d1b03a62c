#nullable disable

namespace Microsoft.Bot.Builder;

/// <summary>What the bot remembers of a person in one conversation.</summary>
public class PrivateConversationState : BotState
{
    public PrivateConversationState(IStorage storage)
        : base(storage, nameof(PrivateConversationState))
    {
    }

    protected override string GetStorageKey(ITurnContext turnContext)
    {
        var activity = turnContext.Activity;
        return $"{StorageKey.Part(activity.ChannelId, "channelId")}/conversations/{StorageKey.Part(activity.Conversation?.Id, "Conversation.Id")}/users/{StorageKey.Part(activity.From?.Id, "From.Id")}";
    }
}
