using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace PolicyBot.Tests.Compat.Support;

/// <summary>An adapter whose channel is a list.</summary>
internal sealed class CollectingAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<string> Log { get; } = [];

    public static Activity Message(string text = "你好") => new(ActivityTypes.Message)
    {
        Id = "a1",
        Text = text,
        ChannelId = "test",
        ServiceUrl = "https://test.example",
        From = new ChannelAccount("user1", "User"),
        Recipient = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(id: "c1"),
    };

    public async Task RunAsync(Activity activity, BotCallbackHandler bot)
    {
        using var turn = new TurnContext(this, activity);
        await RunPipelineAsync(turn, bot, CancellationToken.None);
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Sent.AddRange(activities);
        Log.Add("adapter");
        return Task.FromResult(activities.Select((_, i) => new ResourceResponse($"r{Sent.Count - activities.Length + i + 1}")).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Log.Add($"update {activity.Id}");
        return Task.FromResult(new ResourceResponse("u1"));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Log.Add($"delete {reference.ActivityId}");
        return Task.CompletedTask;
    }
}
