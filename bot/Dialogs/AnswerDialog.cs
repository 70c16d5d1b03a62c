using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Answers a question about policy. Where the place decides and is not known, it waits for one; the question waits with it,
/// in the dialog's own state, and is gone with the next message.
/// </summary>
internal sealed class AnswerDialog(IAnswerer answerer, AnswerText text, GuidePlaces guides, Texts texts) : Dialog(Name)
{
    public const string Name = "answer";

    private const string Waiting = "question";

    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        return AnswerAsync(dc, turn, turn.Heard.Text, Context(turn), cancellationToken);
    }

    public override Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        var question = (string)dc.ActiveDialog.State[Waiting];
        dc.ActiveDialog.State.Remove(Waiting);
        var places = turn.Heard.Places;
        var place = (places.Insured ?? places.Unassigned.FirstOrDefault())?.Place;
        if (place is null)
        {
            turn.Say(texts.Say("answer.no-place"));
            return dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        turn.State.Answers[FactNames.InsuredPlace] = place.Code;
        return AnswerAsync(dc, turn, question, Context(turn).With(FactNames.InsuredPlace, place.Code), cancellationToken);
    }

    private Task<DialogTurnResult> AnswerAsync(
        DialogContext dc, Turn turn, string question, Situation context, CancellationToken cancellationToken)
    {
        var result = answerer.Answer(new Question(question, context));
        if (result.Status == AnswerStatus.NeedPlace)
        {
            if (dc.Stack.Count > 1 || context.InsuredPlace is not null)
            {
                // In mid-interview the pending question is asked next; it is not to be parted from its answer.
                turn.Say(texts.Say("answer.place-first"));
                return dc.EndDialogAsync(cancellationToken: cancellationToken);
            }

            dc.ActiveDialog.State[Waiting] = question;
            turn.Offer(texts.Say("answer.need-place"), guides.Names);
            return Task.FromResult(EndOfTurn);
        }

        text.Say(turn, result, context, interviewing: dc.Stack.Count > 1);
        return dc.EndDialogAsync(cancellationToken: cancellationToken);
    }

    /// <summary>What is known of the person from the answers so far.</summary>
    private static Situation Context(Turn turn) =>
        turn.State.Answers.Where(answer => AnswerNames.IsFact(answer.Key)).Aggregate(
            new Situation { AsOf = turn.Today },
            (situation, answer) => SituationFacts.With(situation, answer.Key, answer.Value));
}
