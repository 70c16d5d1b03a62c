using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>删除我的数据: says what goes and what stays and why, and deletes only after one more yes.</summary>
internal sealed class EraseDialog(IPersonalDataEraser eraser, ConversationState conversations, ContactText contacts, Texts texts) : Dialog(Name)
{
    public const string Name = "erase";

    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        Ask(dc.Context.TurnState.Get<Turn>());
        return Task.FromResult(EndOfTurn);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        if (turn.Heard.Intent != Intent.Confirm)
        {
            turn.Say(texts.Say("erase.kept"));
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        var scheme = turn.State.Answers.GetValueOrDefault(FactNames.Scheme);
        var activity = dc.Context.Activity;
        var erased = await eraser.EraseAsync(new PersonRef(activity.ChannelId, activity.From.Id, activity.Conversation.Id), cancellationToken);

        // Out of this turn's hands too, or its end would write it again.
        await conversations.DeleteAsync(dc.Context, cancellationToken);
        turn.Say(texts.Say("erase.done"));
        if (erased.Pending > 0)
        {
            turn.Say(texts.Say("erase.pending"));
        }

        turn.Say(contacts.WithHotline(texts.Say("erase.stays"), scheme));
        dc.Stack.Clear();
        return new DialogTurnResult(DialogTurnStatus.Complete);
    }

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        Ask(turnContext.TurnState.Get<Turn>());
        return Task.CompletedTask;
    }

    private void Ask(Turn turn) => turn.Offer(texts.Say("erase.ask"), [texts.Say("button.erase"), texts.Say("button.keep")]);
}
