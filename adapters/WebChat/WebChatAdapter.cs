using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using PolicyBot.Adapters.WebChat.Conversations;

namespace PolicyBot.Adapters.WebChat;

/// <summary>
/// Joins the bot to the web chat. What the bot sends in a turn is stored with the person's message in one commit when
/// the turn ends, or before it shows that it is typing, and then pushed to the open page.
/// </summary>
public sealed partial class WebChatAdapter : BotAdapter
{
    private readonly IBot bot;
    private readonly ConversationTurns turns;
    private readonly ILogger<WebChatAdapter> log;

    internal WebChatAdapter(IBot bot, ConversationTurns turns, ILogger<WebChatAdapter> log)
    {
        this.bot = bot;
        this.turns = turns;
        this.log = log;
        OnTurnError = ApologiseAsync; // a host may set its own
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var exchange = turnContext.TurnState.Get<Exchange>()
            ?? throw new InvalidOperationException("This turn was not started by the web chat.");
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            responses[i] = new ResourceResponse(await SendAsync(exchange, activities[i]));
        }

        return responses;
    }

    /// <summary>What was said stays said: Direct Line has no way to change it in an open page.</summary>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The web chat cannot change what was sent.");

    /// <inheritdoc cref="UpdateActivityAsync"/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The web chat cannot take back what was sent.");

    /// <summary>Runs a turn that no message of the person started, such as a reminder, between the turns that do.</summary>
    /// <exception cref="InvalidOperationException">There is no such conversation, or the turn failed.</exception>
    public override async Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var receipt = await turns.RunAsync(reference.Conversation.Id, null, async (head, limit) =>
        {
            if (head is null)
            {
                return new(ReceiptState.NoConversation);
            }

            var exchange = turns.Next(reference.Conversation.Id, head);
            await RunAsync(reference.GetContinuationActivity(), exchange, callback, limit);
            await exchange.CommitAsync();
            return new(ReceiptState.Done);
        });
        if (receipt.State != ReceiptState.Done)
        {
            throw new InvalidOperationException($"The conversation could not be continued: {receipt.State}.");
        }
    }

    /// <summary>Runs the bot on an activity; its answers are added to the exchange.</summary>
    internal Task RunAsync(Activity activity, Exchange exchange, CancellationToken cancellationToken) =>
        RunAsync(activity, exchange, bot.OnTurnAsync, cancellationToken);

    internal async Task RunAsync(Activity activity, Exchange exchange, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Add(exchange);
        await RunPipelineAsync(turn, callback, cancellationToken);
    }

    private static async Task<string> SendAsync(Exchange exchange, Activity activity)
    {
        if (activity.From is not null)
        {
            // Without a role Web Chat guesses from the id who spoke, and shows the bot's words on the person's side.
            activity.From.Role = RoleTypes.Bot;
        }

        switch (activity.Type)
        {
            case ActivityTypes.Typing:
                await exchange.ShowTypingAsync(activity);
                return activity.Id;
            case ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.EndOfConversation:
                return exchange.Add(activity);
            default:
                // Traces, delays and the like are for the developer's tools, not for the person.
                return activity.Id ?? "";
        }
    }

    private async Task ApologiseAsync(ITurnContext turnContext, Exception exception)
    {
        // The message of the exception may hold what the person wrote; where it happened does not.
        LogFailure(exception.GetType().Name, exception.StackTrace);
        await turnContext.SendActivityAsync(
            MessageFactory.Text("抱歉，系统出了点问题，刚才这句话没有处理好。您之前说的都还在，请再发一次。"),
            CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "The bot failed in a web chat turn: {Exception} {StackTrace}")]
    private partial void LogFailure(string exception, string? stackTrace);
}
