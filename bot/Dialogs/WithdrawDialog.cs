using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Adapters.Filings;
using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;

namespace PolicyBot.Bot.Dialogs;

/// <summary>取消备案: takes back a filing that this person made here, after one more yes; says with the guide's words why not, or not yet.</summary>
internal sealed class WithdrawDialog(IFilingDesk desk, FilingText filings, CitationText cites, ContactText contacts, Texts texts) : Dialog(Name)
{
    public const string Name = "withdraw";

    private const string Number = "number";
    private const string Key = "key";

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        var open = await OpenAsync(turn, cancellationToken);
        if (open.Count == 0)
        {
            turn.Say(contacts.WithHotline(texts.Say("withdraw.none"), scheme: null));
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (open is [var only])
        {
            return await ChosenAsync(dc, turn, only, cancellationToken);
        }

        AskWhich(turn, open);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        var state = dc.ActiveDialog.State;
        if (!state.TryGetValue(Number, out var number))
        {
            var open = await OpenAsync(turn, cancellationToken);
            if (open.FirstOrDefault(filing => turn.Heard.Text.Contains(filing.Number, StringComparison.Ordinal)) is { } chosen)
            {
                return await ChosenAsync(dc, turn, chosen, cancellationToken);
            }
        }
        else if (turn.Heard.Intent == Intent.Confirm)
        {
            turn.Say(Told(await desk.CancelAsync(
                (string)state[Key], turn.Owner, new FilingReference((string)number), new FilingCancellation(), cancellationToken)));
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        turn.Say(texts.Say("withdraw.kept"));
        return await dc.EndDialogAsync(cancellationToken: cancellationToken);
    }

    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.TurnState.Get<Turn>();
        if (instance.State.TryGetValue(Number, out var number))
        {
            Ask(turn, (string)number);
        }
        else
        {
            AskWhich(turn, await OpenAsync(turn, cancellationToken));
        }
    }

    private async Task<DialogTurnResult> ChosenAsync(DialogContext dc, Turn turn, Filing filing, CancellationToken cancellationToken)
    {
        turn.Say(filings.Of(filing));
        if (filing.Actions.FirstOrDefault(action => action.Kind == FilingActionKind.Cancel) is { Allowed: false } refused)
        {
            turn.Say(texts.Say("withdraw.not-now") + "\n" + cites.Cited(refused.Text, refused.Cite));
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        // Made once for this question, so that a second yes cancels nothing twice.
        dc.ActiveDialog.State[Number] = filing.Number;
        dc.ActiveDialog.State[Key] = Guid.NewGuid().ToString("N");
        Ask(turn, filing.Number);
        return EndOfTurn;
    }

    private void AskWhich(Turn turn, IReadOnlyList<Filing> open) =>
        turn.Offer(texts.Say("withdraw.which"), [.. open.Select(filing => filing.Number), texts.Say("button.keep-filing")]);

    private void Ask(Turn turn, string number) =>
        turn.Offer(texts.Say("withdraw.ask", ("number", number)), [texts.Say("button.withdraw"), texts.Say("button.keep-filing")]);

    private string Told(FilingReceipt receipt) => receipt.Status switch
    {
        ReceiptStatus.Accepted => texts.Say("withdraw.done", ("number", receipt.Number ?? receipt.Filing!.Number)),
        ReceiptStatus.Pending => texts.Say("withdraw.pending"),
        _ => filings.Refused("withdraw.refused", receipt),
    };

    /// <summary>What was filed here and is not over.</summary>
    private async Task<IReadOnlyList<Filing>> OpenAsync(Turn turn, CancellationToken cancellationToken) =>
    [
        .. (await desk.ForOwnerAsync(turn.Owner, cancellationToken)).Select(receipt => receipt.Filing).OfType<Filing>().Where(filing =>
            filing.State is not (FilingState.Refused or FilingState.Cancelled or FilingState.Expired or FilingState.Lapsed)),
    ];
}
