using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Answers;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Decides what a message is for: an interruption (greeting, question, status, …), after which the pending question is asked
/// again, or the dialog that is under way.
/// </summary>
internal sealed class Router(
    Greeter greeter, DeterminationText determinations, OwnCase ownCase, Starter starter, PaperHandout papers, IAnswerer answerer, Texts texts)
{
    private readonly string more = texts.Say("button.more");

    private readonly string checklist = texts.Say("button.checklist");

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
        else if (IsStray(dc, turn) && Warn(turn) && heard is { Intent: Intent.None, SaysFacts: false })
        {
            await AgainAsync(dc, turn, cancellationToken);
        }
        else if (dc.ActiveDialog?.Id == InterviewDialog.Name && AnswerReader.IsCertain(turn))
        {
            await dc.ContinueDialogAsync(cancellationToken);
        }
        else if (!await InterruptAsync(dc, turn, cancellationToken)
            && (await dc.ContinueDialogAsync(cancellationToken)).Status == DialogTurnStatus.Empty)
        {
            await starter.StartAsync(dc, turn, cancellationToken);
        }
    }

    private async Task<bool> InterruptAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Heard.Text == more && turn.Progress.Step is FilingStep told)
        {
            turn.Say(determinations.More(told.Determination, told.Situation));
        }
        else if (turn.Heard.Text == checklist && turn.Progress.Step is FilingStep listed && PaperHandout.IsFor(listed.Determination))
        {
            await papers.HandOutListAsync(turn, listed, cancellationToken);
        }
        else if (turn.Heard.Uploads.Count > 0)
        {
            turn.Say(texts.Say("upload.not-needed"));
            await AgainAsync(dc, turn, cancellationToken);
            return true;
        }
        else
        {
            switch (turn.Heard.Intent)
            {
                case Intent.Greeting or Intent.Help or Intent.Human or Intent.Thanks:
                    greeter.Say(turn, dc.ActiveDialog is not null);
                    break;
                case Intent.Question or Intent.None when dc.ActiveDialog is null && turn.State.Asked is { } asked && answerer.IsFollowUp(asked, turn.Heard.Text):
                    await BeginAsync(dc, AnswerDialog.Name, cancellationToken);
                    return true;
                case Intent.Question when ownCase.Take(turn, IsInterviewing(dc)) is var course and not OwnCase.Course.None:
                    await FollowAsync(dc, turn, course, cancellationToken);
                    return true;
                case Intent.Question:
                    await BeginAsync(dc, AnswerDialog.Name, cancellationToken);
                    return true;
                case Intent.Status:
                    await BeginAsync(dc, StatusDialog.Name, cancellationToken);
                    return true;
                case Intent.Erase:
                    await BeginAsync(dc, EraseDialog.Name, cancellationToken);
                    return true;
                case Intent.Withdraw when !IsInterviewing(dc):
                    await BeginAsync(dc, WithdrawDialog.Name, cancellationToken);
                    return true;
                case Intent.Restart:
                    await RestartAsync(dc, turn, cancellationToken);
                    return true;
                case Intent.Cancel when dc.ActiveDialog?.Id == WithdrawDialog.Name:
                    // Neither a yes nor a no: the dialog says that nothing was taken back.
                    return false;
                case Intent.Cancel or Intent.Withdraw:
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
        if (course == OwnCase.Course.Starts && Starter.HasForm(turn))
        {
            turn.Offer(texts.Say("resume.ask"), [texts.Say("button.resume"), texts.Say("button.restart")]);
        }
        else if (course == OwnCase.Course.Starts)
        {
            starter.Renew(turn);
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
        if (dc.ActiveDialog is { Id: AnswerDialog.Name or StatusDialog.Name or EraseDialog.Name or WithdrawDialog.Name })
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

        await AgainAsync(dc, turn, cancellationToken);
    }

    private async Task AgainAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        if (dc.ActiveDialog is null)
        {
            greeter.Offer(turn);
        }

        await dc.RepromptDialogAsync(cancellationToken);
    }

    /// <summary>Whether an identity or phone number was written at a step that asks for none.</summary>
    private static bool IsStray(DialogContext dc, Turn turn) => StrayNumber.IsIn(turn.Heard.Text)
        && turn.Heard.Intent is not (Intent.Correct or Intent.Status)
        && dc.ActiveDialog?.Id != StatusDialog.Name
        && !(IsInterviewing(dc) && turn.Progress.Pending?.Kind is QuestionKind.IdNumber or QuestionKind.Phone or QuestionKind.Text);

    private bool Warn(Turn turn)
    {
        turn.Say(texts.Say(turn.Progress.Find(AnswerNames.Consent) is null ? "personal.early" : "personal.not-now"));
        return true;
    }

    private async Task RestartAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        await dc.CancelAllDialogsAsync(cancellationToken);
        starter.Clear(turn, AnswerSheet.Empty);
        await papers.ForgetAsync(turn, cancellationToken);
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
}
