#nullable disable

namespace Microsoft.Bot.Builder;

/// <summary>What the bot remembers of a person, in all conversations on one channel.</summary>
public class UserState : BotState
{
    public UserState(IStorage storage)
        : base(storage, nameof(UserState))
    {
    }

    protected override string GetStorageKey(ITurnContext turnContext)
    {
        var activity = turnContext.Activity;
        return $"{StorageKey.Part(activity.ChannelId, "channelId")}/users/{StorageKey.Part(activity.From?.Id, "From.Id")}";
    }
}
