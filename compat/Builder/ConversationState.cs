#nullable disable

namespace Microsoft.Bot.Builder;

/// <summary>What the bot remembers of a conversation, whoever speaks.</summary>
public class ConversationState : BotState
{
    public ConversationState(IStorage storage)
        : base(storage, nameof(ConversationState))
    {
    }

    protected override string GetStorageKey(ITurnContext turnContext)
    {
        var activity = turnContext.Activity;
        return $"{StorageKey.Part(activity.ChannelId, "channelId")}/conversations/{StorageKey.Part(activity.Conversation?.Id, "Conversation.Id")}";
    }
}
