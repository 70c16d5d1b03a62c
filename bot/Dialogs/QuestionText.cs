using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Asks a question: what must be read first, the question, and what can be said to it as buttons.</summary>
internal sealed class QuestionText(ReviewText review, CitationText cites, ContactText contacts, Texts texts)
{
    /// <summary>More buttons than these nobody reads on a phone; the rest is typed.</summary>
    private const int MostOptions = 20;

    private readonly string[] finding = [texts.Say("button.back"), texts.Say("button.why")];

    public void Ask(Turn turn)
    {
        var question = turn.Progress.Pending!;
        if (question.Kind == QuestionKind.Review)
        {
            turn.Offer(
                review.Of(turn.Progress) + "\n\n" + question.Prompt,
                [texts.Say(turn.Progress.Step is FilingStep { Plan: PaperPlan } ? "button.prepare" : "button.confirm"), texts.Say("button.change"), texts.Say("button.cancel")]);
            return;
        }

        var lines = question.Before.Select(statement => cites.Cited(statement.Text, statement.Cite)).Append(question.Prompt);
        turn.Offer(string.Join("\n\n", lines), Buttons(question, turn.Progress));
    }

    /// <summary>The third time in a row that it was not understood: every way out.</summary>
    public void AskWithWaysOut(Turn turn)
    {
        var question = turn.Progress.Pending!;
        var ways = question.Options.Count is > 0 and <= MostOptions
            ? texts.Say("stuck.options", ("options", string.Join('\n', question.Options.Select(Line))))
            : texts.Say("stuck.free");
        turn.Offer(
            string.Join("\n", new[] { ways, contacts.Hotline(turn.State.Answers.GetValueOrDefault(FactNames.Scheme)) ?? texts.Say("contact.none"), question.Prompt }),
            [.. Buttons(question, turn.Progress), texts.Say("button.cancel")]);
    }

    /// <summary>Why it is asked, with the guide's sentence.</summary>
    public string Why(InterviewQuestion question) =>
        cites.Cited(question.Why.Length > 0 ? question.Why : texts.Say("why.unsaid"), question.Cite);

    public string Line(AskOption option, int index) => $"{ValueText.Number(index + 1)}. {option.Label}";

    private IEnumerable<string> Buttons(InterviewQuestion question, Progress progress)
    {
        var options = question.Options.Take(MostOptions).Select(option => option.Label);
        var skip = question.Optional ? [texts.Say("button.skip")] : Array.Empty<string>();
        var more = question.Name == AnswerNames.Wish ? [texts.Say("button.more")] : Array.Empty<string>();
        return [.. options, .. skip, .. more, .. progress.Reached.Count > 0 ? finding : finding.Skip(1)];
    }
}
