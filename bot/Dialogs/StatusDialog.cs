using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Adapters.Filings;
using PolicyBot.Bot.Interviews;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Says how far filings are: those that this person made here; others by number and the last four characters of the ID
/// number, as proof of knowing the person.
/// </summary>
internal sealed class StatusDialog(IFilingDesk desk, FilingText filings, ContactText contacts, Texts texts) : Dialog(Name)
{
    public const string Name = "status";

    private const string Number = "number";

    private const int ShortestNumber = 10;

    /// <summary>Whether a text holds what looks like the number of a filing (320509-20261201-1234567).</summary>
    public static bool HasNumber(string text) => NumberIn(text)?.Contains('-', StringComparison.Ordinal) ?? false;

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        if (NumberIn(turn.Heard.Text) is not null)
        {
            return await LookUpAsync(dc, turn, cancellationToken);
        }

        var own = await desk.ForOwnerAsync(turn.Owner, cancellationToken);
        if (own.Count > 0)
        {
            turn.Say(own.Take(3).Select(filings.Of));
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        turn.Offer(texts.Say("status.none"), [texts.Say("button.cancel")]);
        return EndOfTurn;
    }

    public override Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc, CancellationToken cancellationToken = default) =>
        LookUpAsync(dc, dc.Context.TurnState.Get<Turn>(), cancellationToken);

    private async Task<DialogTurnResult> LookUpAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var state = dc.ActiveDialog.State;
        var number = NumberIn(turn.Heard.Text);
        var tail = TailIn(number is null ? turn.Heard.Text : turn.Heard.Text.Replace(number, " ", StringComparison.Ordinal));
        number ??= state.TryGetValue(Number, out var known) ? (string)known : null;
        if (number is null)
        {
            return Ask(turn, "status.need-number");
        }

        state[Number] = number;
        if (tail is null)
        {
            return Ask(turn, "status.need-tail");
        }

        try
        {
            var filing = await desk.FindAsync(number, tail, cancellationToken);
            turn.Say(filing is null
                ? contacts.WithHotline(texts.Say("status.not-found"), scheme: null)
                : filings.Of(filing));
        }
        catch (FilingUnavailableException)
        {
            turn.Say(texts.Say("status.unavailable"));
        }

        return await dc.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private DialogTurnResult Ask(Turn turn, string key)
    {
        turn.Offer(texts.Say(key), [texts.Say("button.cancel")]);
        return EndOfTurn;
    }

    /// <summary>Numbers of filings are long and hold digits; they are copied with letters and hyphens as they are.</summary>
    private static string? NumberIn(string text) => Words(text).FirstOrDefault(
        word => word.Length is >= ShortestNumber and <= 64 && word.Any(char.IsAsciiDigit));

    private static string? TailIn(string text) => Words(text).Select(word => word.ToUpperInvariant()).FirstOrDefault(
        word => word.Length == 4 && word.AsSpan(0, 3).ContainsAnyExceptInRange('0', '9') is false && (char.IsAsciiDigit(word[3]) || word[3] == 'X'));

    private static IEnumerable<string> Words(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-'))
            {
                end++;
            }

            if (end > start)
            {
                yield return text[start..end];
                start = end;
            }
        }
    }
}
