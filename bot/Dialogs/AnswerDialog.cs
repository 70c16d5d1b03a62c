using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Adapters.Storage;
using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Answers a question about policy. Where the place decides and is not known, it waits for one; the question waits with it,
/// in the dialog's own state, and is gone with the next message.
/// </summary>
internal sealed class AnswerDialog(
    IAnswerer answerer, AnswerText text, GuidePlaces guides, PlaceCatalog places, IUnansweredQuestions unanswered, Texts texts)
    : Dialog(Name)
{
    public const string Name = "answer";

    private const string Waiting = "question";

    private const string WorkInjury = "work-injury";

    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        return AnswerAsync(dc, turn, turn.Heard.Text, OwnCase.Known(turn), cancellationToken);
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
        return AnswerAsync(dc, turn, question, OwnCase.Known(turn).With(FactNames.InsuredPlace, place.Code), cancellationToken);
    }

    private async Task<DialogTurnResult> AnswerAsync(
        DialogContext dc, Turn turn, string question, Situation context, CancellationToken cancellationToken)
    {
        var foreign = Foreign(turn, context);
        context = foreign is null ? context : context.With(FactNames.InsuredPlace, foreign.Code);
        var asked = new Question(question, context, Previous: turn.State.Asked);
        var result = answerer.Answer(asked);
        if (foreign is not null && result.Status != AnswerStatus.Answered)
        {
            await KeepAsync(turn, question, context, cancellationToken);
            return await WithoutGuideAsync(dc, turn, question, foreign, cancellationToken);
        }

        if (result.Status == AnswerStatus.NeedPlace)
        {
            if (dc.Stack.Count > 1 || context.InsuredPlace is not null)
            {
                // In mid-interview the pending question is asked next; it is not to be parted from its answer.
                turn.Say(texts.Say("answer.place-first"));
                return await dc.EndDialogAsync(cancellationToken: cancellationToken);
            }

            dc.ActiveDialog.State[Waiting] = PersonalData.Mask(question);
            turn.Offer(texts.Say(Scheme(turn, context) == WorkInjury ? "answer.need-place-injury" : "answer.need-place"), guides.Names);
            return EndOfTurn;
        }

        if (result.Status == AnswerStatus.NotFound)
        {
            await KeepAsync(turn, question, context, cancellationToken);
        }
        else
        {
            turn.State.Asked = answerer.Gist(asked);
        }

        text.Say(turn, result, context, interviewing: dc.Stack.Count > 1);
        return await dc.EndDialogAsync(cancellationToken: cancellationToken);
    }

    /// <summary>That a place has no guide, and where somebody insured elsewhere goes on.</summary>
    private Task<DialogTurnResult> WithoutGuideAsync(
        DialogContext dc, Turn turn, string question, Place place, CancellationToken cancellationToken)
    {
        turn.Say(guides.Missing(place.Code, scheme: null));
        if (turn.Heard.Places.Insured is not null || dc.Stack.Count > 1)
        {
            return dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        dc.ActiveDialog.State[Waiting] = PersonalData.Mask(question);
        turn.Offer(texts.Say("answer.elsewhere", ("place", places.FullName(place.Code))), guides.Names);
        return Task.FromResult(EndOfTurn);
    }

    private static string? Scheme(Turn turn, Situation context) =>
        turn.Heard.Facts.FirstOrDefault(fact => fact.Fact == FactNames.Scheme)?.Value ?? context.Scheme;

    /// <summary>The place that decides the answer, when no guide speaks for it.</summary>
    private Place? Foreign(Turn turn, Situation context) =>
        (turn.Heard.Places.Insured ?? (context.InsuredPlace is null ? turn.Heard.Places.Unassigned.FirstOrDefault() : null)) is { } named
            ? guides.Without(named)
            : null;

    private Task KeepAsync(Turn turn, string question, Situation context, CancellationToken cancellationToken) => unanswered.AddAsync(
        new UnansweredQuestion(question, context.InsuredPlace, context.Scheme, context.AsOf)
        {
            Known = [.. turn.State.Answers.Where(answer => AnswerNames.IsPersonal(answer.Key)).Select(answer => answer.Value)],
        },
        cancellationToken);
}
