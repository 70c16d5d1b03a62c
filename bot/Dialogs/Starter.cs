using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Starts the interview, or takes it up again, when a message comes while none is under way.</summary>
internal sealed class Starter(Greeter greeter, DeterminationText determinations, InterviewWriter writer, Texts texts)
{
    private readonly string[] again = [texts.Say("button.file-here"), texts.Say("button.fill-form")];

    public async Task StartAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var unfinished = !turn.State.Confirmed && turn.State.Answers.Count > 0;
        if (turn.Heard.Intent is Intent.None or Intent.StartFiling && IsTold(turn) && Adds(turn.Heard))
        {
            await AddAsync(dc, turn, cancellationToken);
            return;
        }

        switch (turn.Heard.Intent)
        {
            case Intent.Confirm when turn.State.Confirmed:
                turn.Offer(
                    turn.State.Number is { } number ? texts.Say("confirm.again", ("number", number)) : texts.Say("confirm.again-pending"),
                    [texts.Say("button.status")]);
                return;
            case Intent.Confirm when turn.State.Prepared is not null:
                turn.Say(texts.Say("paper.again"));
                return;
            case Intent.Resume when !unfinished:
                turn.Say(texts.Say(turn.State.Confirmed ? "resume.confirmed" : "resume.nothing"));
                greeter.Offer(turn);
                return;
            case Intent.Resume:
                turn.Say(texts.Say("resumed"));
                break;
            case Intent.StartFiling when again.Contains(turn.Heard.Text, StringComparer.Ordinal) && unfinished:
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
            case Intent.Back when unfinished:
                writer.Back(turn);
                break;
            case Intent.Correct when unfinished:
                break;
            case Intent.Why when unfinished && turn.Progress.Step is FilingStep told:
                turn.Offer(
                    determinations.Lead(told.Determination, told.Situation), [texts.Say("button.more"), texts.Say("button.restart")]);
                return;
            case Intent.None when turn.Heard.SaysFacts || turn.Heard.Places.Unassigned.Count > 0:
                Renew(turn);
                break;
            case Intent.None when StatusDialog.HasNumber(turn.Heard.Text):
                await dc.BeginDialogAsync(StatusDialog.Name, cancellationToken: cancellationToken);
                return;
            default:
                turn.Say(texts.Say(turn.Heard.IsForeign ? "problem.chinese" : "problem.not-understood"));
                greeter.Offer(turn);
                return;
        }

        await dc.BeginDialogAsync(InterviewDialog.Name, cancellationToken: cancellationToken);
    }

    /// <summary>A new journey: where the person is insured still holds, the rest is asked anew.</summary>
    public void Renew(Turn turn)
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

    /// <summary>医生转的, after the result: no new journey, but one more word on the one that was told.</summary>
    private async Task AddAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        writer.Apply(turn, new Reading { Answers = [.. AnswerReader.Facts(turn.Heard, except: null)] }, starts: false);
        if (turn.Replies.Count == 0)
        {
            turn.Offer(texts.Say("added.same"), [texts.Say("button.more"), texts.Say("button.restart")]);
        }

        if (turn.Progress.Pending is not null)
        {
            await dc.BeginDialogAsync(InterviewDialog.Name, new InterviewDialog.TakenUp(), cancellationToken);
        }
    }

    private static bool IsTold(Turn turn) => !turn.State.Confirmed && !turn.State.Untold
        && turn.Progress is { Pending: null, Step: FilingStep { Determination.Policy: not null } }
        && turn.Progress.Find(AnswerNames.Wish) is null;

    private static bool Adds(Heard heard) => heard.Facts.Count > 0
        && heard.Places is { Insured: null, Care: null, Unassigned.Count: 0 };

    /// <summary>Whether a form was begun, which no passing question may take away.</summary>
    public static bool HasForm(Turn turn) => !turn.State.Confirmed && turn.State.Answers.ContainsKey(AnswerNames.Consent);

    /// <summary>Keeps these answers only, as if nothing had been confirmed.</summary>
    public void Clear(Turn turn, AnswerSheet kept)
    {
        turn.State.Key = null;
        turn.State.Attached = null;
        turn.State.Prepared = null;
        turn.State.Confirmed = false;
        turn.State.Number = null;
        turn.State.Untold = false;
        writer.Write(turn, kept);
    }
}
