using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using PolicyBot.Bot.Interviews;

namespace PolicyBot.Bot.Dialogs;

/// <summary>The bot: reads state and message, routes, stores, and sends what was said. Nothing is sent before it is stored.</summary>
internal sealed class PolicyBotHandler(
    ConversationState conversations, ConversationDialogs dialogs, CitizenInterview interview, Listener listener, Router router,
    Greeter greeter, ConsentRecord consents, TimeProvider clock) : ActivityHandler
{
    private readonly IStatePropertyAccessor<InterviewState> states = conversations.CreateProperty<InterviewState>("interview");

    protected override async Task OnMessageActivityAsync(
        ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = await BeginAsync(turnContext, cancellationToken);
        var dc = await dialogs.Set.CreateContextAsync(turnContext, cancellationToken);
        var before = AnswerSheet.From(turn.State.Answers);
        turn.Heard = listener.Hear(turnContext.Activity, turn.Progress, dc.ActiveDialog?.Id == InterviewDialog.Name);
        await router.RouteAsync(dc, turn, cancellationToken);
        await consents.KeepAsync(turn, before, cancellationToken);
        await EndAsync(turnContext, turn, cancellationToken);
    }

    protected override async Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken)
    {
        if (membersAdded.All(member => member.Id == turnContext.Activity.Recipient?.Id))
        {
            return;
        }

        var turn = await BeginAsync(turnContext, cancellationToken);
        greeter.Welcome(turn);
        await EndAsync(turnContext, turn, cancellationToken);
    }

    private async Task<Turn> BeginAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var state = await states.GetAsync(context, () => new InterviewState(), cancellationToken);
        var turn = new Turn(
            state, clock.GetUtcNow(), $"{context.Activity.ChannelId}/{context.Activity.From?.Id}", context.Activity.Conversation.Id);
        turn.Progress = interview.Replay(AnswerSheet.From(state.Answers), turn.Today);
        context.TurnState.Set(turn);
        return turn;
    }

    private async Task EndAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        await conversations.SaveChangesAsync(context, cancellationToken: cancellationToken);
        if (turn.Replies.Count > 0)
        {
            await context.SendActivitiesAsync([.. turn.Replies], cancellationToken);
        }
    }
}
