using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace PolicyBot.Bot.Commands;

/// <summary>The conversation in a terminal; what the bot sends goes to <paramref name="write"/>.</summary>
internal sealed class ConsoleAdapter(Action<Activity> write) : BotAdapter
{
    public Task RunAsync(Activity activity, IBot bot, CancellationToken cancellationToken)
    {
        var context = new TurnContext(this, activity);
        return RunPipelineAsync(context, bot.OnTurnAsync, cancellationToken);
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        foreach (var activity in activities)
        {
            write(activity);
        }

        return Task.FromResult(activities.Select(activity => new ResourceResponse(activity.Id ?? string.Empty)).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A terminal cannot change what it has printed.");

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A terminal cannot take back what it has printed.");
}
