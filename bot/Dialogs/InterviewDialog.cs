using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Carries the interview over turns. Going back, changing, explaining and skipping are done here once for every question;
/// which question comes next is not decided here at all.
/// </summary>
internal sealed class InterviewDialog(
    AnswerReader answers, CorrectionReader corrections, InterviewWriter writer, QuestionText questions,
    ReviewText review, FilingConfirmation confirmation, Texts texts) : Dialog(Name)
{
    public const string Name = "interview";

    /// <summary>Begins where the message was taken up already, so that nothing is told twice.</summary>
    public sealed record TakenUp;

    /// <summary>From this miss on, every way out is offered.</summary>
    private const int Patience = 3;

    /// <summary>Starts, or takes up again; what the message says already is not asked.</summary>
    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = Of(dc.Context);
        if (options is TakenUp)
        {
            return NextAsync(dc, true, cancellationToken);
        }

        var reading = turn.Heard.Intent is Intent.Correct
            ? corrections.Read(turn)
            : new Reading { Answers = turn.Heard.Asks.Named != Aspects.None ? [.. OwnCase.Told(turn)] : [.. AnswerReader.Facts(turn.Heard, except: null), .. Role(turn)] };
        var asks = writer.Apply(turn, reading, starts: true);
        if (answers.Doubtful(turn) is { Count: > 0 } candidates)
        {
            // 我是开平的: there is one in Guangdong and one in Hebei, and it has been said where, so it is not asked anew.
            turn.Say(texts.Say("problem.place.ambiguous"));
            turn.Offer(texts.Say("problem.place.candidates"), candidates.Select(candidate => candidate.Label));
            return Task.FromResult(EndOfTurn);
        }

        return NextAsync(dc, asks, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = Of(dc.Context);
        var reading = turn.Heard.Said.MayAnswer || turn.Heard.Intent == Intent.None || AnswerReader.IsCertain(turn)
            ? answers.Read(turn)
            : Reading.Nothing;
        if (reading.GoesBack)
        {
            return await NextAsync(dc, writer.Back(turn), cancellationToken);
        }

        if ((turn.Heard.Intent == Intent.Correct && !AnswerReader.IsCertain(turn)) || review.Changed(turn.Progress, turn.Heard.Text) is not null)
        {
            return await CorrectAsync(dc, turn, cancellationToken);
        }

        return reading.Answers.Count > 0
            ? await NextAsync(dc, writer.Apply(turn, reading, starts: false), cancellationToken)
            : await ObeyAsync(dc, turn, reading, cancellationToken);
    }

    /// <summary>After an interruption (a question, the status of a filing) the pending question is asked again.</summary>
    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        NextAsync(dc, true, cancellationToken);

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var turn = Of(turnContext);
        if (turn.Progress.Pending is not null)
        {
            questions.Ask(turn);
        }

        return Task.CompletedTask;
    }

    private async Task<DialogTurnResult> ObeyAsync(
        DialogContext dc, Turn turn, Reading reading, CancellationToken cancellationToken)
    {
        var pending = turn.Progress.Pending!;
        switch (turn.Heard.Intent)
        {
            case Intent.Back:
                return await NextAsync(dc, writer.Back(turn), cancellationToken);
            case Intent.Why:
                turn.Say(questions.Why(pending));
                questions.Ask(turn);
                return EndOfTurn;
            case Intent.Skip:
                return await SkipAsync(dc, turn, cancellationToken);
            case Intent.Confirm when pending.Kind == QuestionKind.Review:
                return await confirmation.ConfirmAsync(dc, turn, cancellationToken)
                    ? await dc.EndDialogAsync(cancellationToken: cancellationToken)
                    : await NextAsync(dc, true, cancellationToken);
            case Intent.Deny when pending.Kind == QuestionKind.Review:
                turn.Offer(texts.Say("review.which"), review.Changes(turn.Progress));
                return EndOfTurn;
            case Intent.StartFiling when pending.Name == AnswerNames.Wish:
                // 我要备案 is the plainest yes there is to the question whether to file here now.
                return await NextAsync(
                    dc, writer.Apply(turn, Reading.Of(pending.Name, AnswerNames.WishHere), starts: false), cancellationToken);
            case Intent.Resume or Intent.StartFiling:
                questions.Ask(turn);
                return EndOfTurn;
            default:
                return Missed(turn, reading);
        }
    }

    private async Task<DialogTurnResult> CorrectAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var correction = corrections.Read(turn);
        if (correction.Answers.Count == 0)
        {
            // 不是北京，是杭州 where 北京 was never written down answers the question that is pending.
            correction = turn.Progress.Pending is { Kind: QuestionKind.Place } ? answers.Read(turn) : correction;
        }

        return await NextAsync(
            dc, correction.Answers.Count > 0 ? writer.Apply(turn, correction, starts: false) : writer.Back(turn), cancellationToken);
    }

    private async Task<DialogTurnResult> SkipAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var pending = turn.Progress.Pending!;
        if (pending.Optional)
        {
            return await NextAsync(
                dc, writer.Apply(turn, Reading.Of(pending.Name, AnswerSheet.Skipped), starts: false), cancellationToken);
        }

        // 不知道 said once more is as good as not understood: every way out, the telephone among them.
        if (++turn.State.Misses >= Patience)
        {
            questions.AskWithWaysOut(turn);
            return EndOfTurn;
        }

        turn.Say(texts.Say(turn.Heard.Said.MayAnswer ? "skip.unknown" : "skip.needed"));
        turn.Say(questions.Why(pending));
        questions.Ask(turn);
        return EndOfTurn;
    }

    /// <summary>Asks what is pending now; when nothing is, the interview is over.</summary>
    private async Task<DialogTurnResult> NextAsync(DialogContext dc, bool asks, CancellationToken cancellationToken)
    {
        var turn = Of(dc.Context);
        if (turn.Progress.Pending is null)
        {
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (asks)
        {
            questions.Ask(turn);
        }

        return EndOfTurn;
    }

    private DialogTurnResult Missed(Turn turn, Reading reading)
    {
        turn.State.Misses++;
        turn.Say(texts.Say(reading.Problem ?? (turn.Heard.IsForeign ? "problem.chinese" : "problem.not-understood")));
        if (reading.Candidates.Count > 0)
        {
            turn.Offer(texts.Say("problem.place.candidates"), reading.Candidates.Select(candidate => candidate.Label));
        }
        else if (turn.State.Misses >= Patience)
        {
            questions.AskWithWaysOut(turn);
        }
        else
        {
            questions.Ask(turn);
        }

        return EndOfTurn;
    }

    /// <summary>A place without a role in a first message is where the person wants to go (我要去… is often left out).</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Role(Turn turn) =>
        turn.Progress.Pending is { Kind: QuestionKind.Place } pending
        && turn.Heard.Places is { Insured: null, Care: null, Unassigned: [{ Place: { } place }] }
            ? [KeyValuePair.Create<string, string?>(pending.Name, place.Code)]
            : [];

    private static Turn Of(ITurnContext context) => context.TurnState.Get<Turn>();
}
