using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Decides what a message is for: an interruption (greeting, question, status, …), after which the pending question is asked
/// again, or the dialog that is under way.
/// </summary>
internal sealed class Router(
    Greeter greeter, DeterminationText determinations, OwnCase ownCase, InterviewWriter writer, Texts texts)
{
    private readonly string more = texts.Say("button.more");
    private readonly string fileHere = texts.Say("button.file-here");

    public async Task RouteAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var heard = turn.Heard;
        if (heard.Refused.Count > 0)
        {
            greeter.Refuse(turn, heard.Refused);
        }

        if (heard.IsEmpty || heard.Said.IsTooLong || heard.Said is { IsEmptyOrNoise: true } && heard.Uploads.Count == 0)
        {
            await NothingReadAsync(dc, turn, cancellationToken);
        }
        else if (dc.ActiveDialog?.Id == InterviewDialog.Name && AnswerReader.IsCertain(turn))
        {
            await dc.ContinueDialogAsync(cancellationToken);
        }
        else if (!await InterruptAsync(dc, turn, cancellationToken)
            && (await dc.ContinueDialogAsync(cancellationToken)).Status == DialogTurnStatus.Empty)
        {
            await StartAsync(dc, turn, cancellationToken);
        }
    }

    private async Task<bool> InterruptAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Heard.Text == more && turn.Progress.Step is FilingStep told)
        {
            turn.Say(determinations.More(told.Determination, told.Situation));
        }
        else if (turn.Heard.Uploads.Count > 0)
        {
            turn.Say(texts.Say("upload.not-needed"));
        }
        else
        {
            switch (turn.Heard.Intent)
            {
                case Intent.Greeting or Intent.Help or Intent.Human or Intent.Thanks:
                    greeter.Say(turn, dc.ActiveDialog is not null);
                    break;
                case Intent.Question when ownCase.Take(turn, IsInterviewing(dc)) is var course and not OwnCase.Course.None:
                    await FollowAsync(dc, turn, course, cancellationToken);
                    return true;
                case Intent.Question:
                    await BeginAsync(dc, AnswerDialog.Name, cancellationToken);
                    return true;
                case Intent.Status:
                    await BeginAsync(dc, StatusDialog.Name, cancellationToken);
                    return true;
                case Intent.Restart:
                    await RestartAsync(dc, turn, cancellationToken);
                    return true;
                case Intent.Cancel:
                    await CancelAsync(dc, turn, cancellationToken);
                    return true;
                default:
                    return false;
            }
        }

        await dc.RepromptDialogAsync(cancellationToken);
        return true;
    }

    private async Task FollowAsync(DialogContext dc, Turn turn, OwnCase.Course course, CancellationToken cancellationToken)
    {
        if (course == OwnCase.Course.Starts && HasForm(turn))
        {
            turn.Offer(texts.Say("resume.ask"), [texts.Say("button.resume"), texts.Say("button.restart")]);
        }
        else if (course == OwnCase.Course.Starts)
        {
            Renew(turn);
            await dc.CancelAllDialogsAsync(cancellationToken);
            await dc.BeginDialogAsync(InterviewDialog.Name, cancellationToken: cancellationToken);
        }
        else if (IsInterviewing(dc))
        {
            await dc.RepromptDialogAsync(cancellationToken);
        }
        else
        {
            greeter.OfferFiling(turn);
        }
    }

    private static bool IsInterviewing(DialogContext dc) => dc.Stack.Any(dialog => dialog.Id == InterviewDialog.Name);

    /// <summary>Begins an interruption above the interview; another one that still waits for an answer gives way.</summary>
    private static async Task BeginAsync(DialogContext dc, string dialog, CancellationToken cancellationToken)
    {
        if (dc.ActiveDialog is { Id: AnswerDialog.Name or StatusDialog.Name })
        {
            dc.Stack.RemoveAt(0);
        }

        await dc.BeginDialogAsync(dialog, cancellationToken: cancellationToken);
    }

    private async Task NothingReadAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Heard.Refused.Count == 0 || turn.Heard.Text.Length > 0)
        {
            turn.Say(texts.Say(
                turn.Heard.Said.IsTooLong ? "problem.too-long" : turn.Heard.Text.Length == 0 ? "problem.empty" : "problem.noise"));
        }

        if (dc.ActiveDialog is null)
        {
            greeter.Offer(turn);
        }

        await dc.RepromptDialogAsync(cancellationToken);
    }

    private async Task RestartAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        await dc.CancelAllDialogsAsync(cancellationToken);
        Clear(turn, AnswerSheet.Empty);
        turn.Say(texts.Say("restarted"));
        await dc.BeginDialogAsync(InterviewDialog.Name, cancellationToken: cancellationToken);
    }

    private async Task CancelAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var interviewing = IsInterviewing(dc);
        await dc.CancelAllDialogsAsync(cancellationToken);
        if (interviewing)
        {
            turn.Offer(texts.Say("cancelled"), [texts.Say("button.resume"), texts.Say("button.restart")]);
        }
        else
        {
            greeter.Offer(turn);
        }
    }

    private async Task StartAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var unfinished = !turn.State.Confirmed && turn.State.Answers.Count > 0;
        switch (turn.Heard.Intent)
        {
            case Intent.Confirm when turn.State.Confirmed:
                turn.Offer(
                    turn.State.Number is { } number ? texts.Say("confirm.again", ("number", number)) : texts.Say("confirm.again-pending"),
                    [texts.Say("button.status")]);
                return;
            case Intent.Resume when !unfinished:
                turn.Say(texts.Say(turn.State.Confirmed ? "resume.confirmed" : "resume.nothing"));
                greeter.Offer(turn);
                return;
            case Intent.Resume:
                turn.Say(texts.Say("resumed"));
                break;
            case Intent.StartFiling when turn.Heard.Text == fileHere && unfinished:
                writer.Forget(turn, [AnswerNames.Wish]);
                break;
            case Intent.StartFiling when unfinished && !turn.State.Untold && !turn.Heard.SaysFacts && turn.Progress.Pending?.Name == AnswerNames.Wish:
                writer.Write(turn, turn.Progress.Kept.With(AnswerNames.Wish, AnswerNames.WishHere));
                break;
            case Intent.StartFiling when unfinished && turn.State.Untold && !turn.Heard.SaysFacts:
                break;
            case Intent.StartFiling when !turn.Heard.SaysFacts && unfinished && turn.Progress.Pending is not null:
                turn.Offer(texts.Say("resume.ask"), [texts.Say("button.resume"), texts.Say("button.restart")]);
                return;
            case Intent.StartFiling:
                Renew(turn);
                break;
            case Intent.Correct or Intent.Back when unfinished:
                break;
            case Intent.None when turn.Heard.SaysFacts || turn.Heard.Places.Unassigned.Count > 0:
                Renew(turn);
                break;
            case Intent.None when StatusDialog.HasNumber(turn.Heard.Text):
                await dc.BeginDialogAsync(StatusDialog.Name, cancellationToken: cancellationToken);
                return;
            default:
                turn.Say(texts.Say("problem.not-understood"));
                greeter.Offer(turn);
                return;
        }

        await dc.BeginDialogAsync(InterviewDialog.Name, cancellationToken: cancellationToken);
    }

    /// <summary>A new journey: where the person is insured still holds, the rest is asked anew.</summary>
    private void Renew(Turn turn)
    {
        if (turn.State.Confirmed || turn.Progress.Pending is null)
        {
            var kept = turn.Progress.Kept;
            Clear(turn, AnswerSheet.From(kept.Where(answer => answer.Key is FactNames.Scheme or FactNames.InsuredPlace)));
        }
        else if (turn.Heard.Places.Insured is not null && !HasForm(turn))
        {
            // Whoever says anew where they are insured tells another case; nothing of the one before may slip into it.
            Clear(turn, AnswerSheet.Empty);
        }
    }

    /// <summary>Whether a form was begun, which no passing question may take away.</summary>
    private static bool HasForm(Turn turn) => !turn.State.Confirmed && turn.State.Answers.ContainsKey(AnswerNames.Consent);

    private void Clear(Turn turn, AnswerSheet kept)
    {
        turn.State.Key = null;
        turn.State.Attached = null;
        turn.State.Confirmed = false;
        turn.State.Number = null;
        turn.State.Untold = false;
        writer.Write(turn, kept);
    }
}
