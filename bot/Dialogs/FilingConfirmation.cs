using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Adapters.Filings;
using PolicyBot.Bot.Interviews;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Submits a filing that the person has confirmed, and says truthfully what became of it.</summary>
internal sealed class FilingConfirmation(
    IFilingDesk desk, DocumentHandover handover, PaperHandout papers, ConversationState conversations, InterviewWriter writer,
    FilingText filings, CitationText cites, Texts texts)
{
    /// <summary>Returns whether the filing is out of the person's hands; otherwise the fault is asked again.</summary>
    public async Task<bool> ConfirmAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var step = (FilingStep)turn.Progress.Step;
        if (step.Plan is PaperPlan)
        {
            await papers.PrepareAsync(turn, step, cancellationToken);
            return true;
        }

        var attachments = await handover.HandOverAsync(turn, cancellationToken);
        if (attachments.Count > 0)
        {
            return Refused(turn, step, attachments);
        }

        // Stored before the call: after a crash the same key must come with the same attachments.
        await conversations.SaveChangesAsync(dc.Context, cancellationToken: cancellationToken);
        var receipt = await desk.SubmitAsync(
            turn.State.Key!, turn.Owner, SubmissionDraft.Of(turn.Progress, step, turn.State.Attached!), cancellationToken);
        if (receipt.Status == ReceiptStatus.Refused)
        {
            return Refused(turn, step, receipt.Problems);
        }

        Close(turn, receipt.Filing?.Number);
        turn.Say(filings.Confirmed(receipt));
        turn.Offer(texts.Say("confirm.then"), [texts.Say("button.status")]);
        return true;
    }

    /// <summary>The filing is with the agency now: nothing of the person stays here but the facts and the number.</summary>
    private void Close(Turn turn, string? number)
    {
        writer.Forget(turn, turn.State.Answers.Keys.Where(name => !AnswerNames.IsFact(name)));
        turn.State.Key = null;
        turn.State.Attached = null;
        turn.State.Confirmed = true;
        turn.State.Number = number;
    }

    private bool Refused(Turn turn, FilingStep step, IReadOnlyList<FilingProblem> problems)
    {
        turn.State.Key = null;
        turn.Say(string.Join(
            '\n', problems.Select(problem => cites.Cited("- " + problem.Text, problem.Cite)).Prepend(texts.Say("confirm.refused"))));
        writer.Forget(turn, problems.SelectMany(problem => Faulty(step.Plan, problem.Field)));
        return false;
    }

    /// <summary>The answers behind a field (<c>person.phone</c>, <c>facts.stage</c>, <c>startsOn</c>) or a document requirement.</summary>
    private static IEnumerable<string> Faulty(FilingPlan plan, string? field)
    {
        if (field is null)
        {
            return [];
        }

        if (plan.Documents.Any(document => document.Id == field))
        {
            return [AnswerNames.Document(field), AnswerNames.File(field)];
        }

        var name = field[(field.LastIndexOf('.') + 1)..];
        return [AnswerNames.Field(field), AnswerNames.Field(name), name];
    }
}
