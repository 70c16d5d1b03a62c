using System.Globalization;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Papers;
using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Forms;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Hands out papers to be printed: the form filled in, and the checklist. Nothing is submitted, and that is said.</summary>
internal sealed class PaperHandout(
    IPreparedPapers prepared, IOptions<PaperOptions> options, InterviewWriter writer, PapersText papers, ContactText contacts, Texts texts)
{
    /// <summary>Whether there is anything to take along that is not done here.</summary>
    public static bool IsFor(Determination determination) => determination.Outcome is Outcome.File or Outcome.ProviderFiles;

    /// <summary>The form with the answers that were reviewed. They leave the conversation's state: only the papers hold them now.</summary>
    public async Task PrepareAsync(Turn turn, FilingStep step, CancellationToken cancellationToken)
    {
        var prefix = AnswerNames.Field(string.Empty);
        var answers = turn.Progress.Reached
            .Where(answered => answered.Question.Name.StartsWith(prefix, StringComparison.Ordinal) && answered.Value.Length > 0)
            .ToDictionary(answered => answered.Question.Name[prefix.Length..], answered => answered.Value, StringComparer.Ordinal);
        await prepared.ForgetAsync(turn.Conversation, cancellationToken);
        turn.State.Prepared = await prepared.KeepAsync(new PreparedPapers(step.Situation, answers), turn.Conversation, cancellationToken);
        turn.State.Key = null;
        writer.Write(turn, AnswerSheet.From(turn.Progress.Kept.Where(answer => AnswerNames.IsFact(answer.Key)))
            .With(AnswerNames.Wish, AnswerNames.WishSelf));
        turn.Say(Links(turn, "paper.ready", turn.State.Prepared));
        Where(turn, step.Determination, step.Situation);
    }

    /// <summary>The checklist alone, which needs no personal data.</summary>
    public async Task HandOutListAsync(Turn turn, FilingStep step, CancellationToken cancellationToken)
    {
        var id = await prepared.KeepAsync(new PreparedPapers(step.Situation, null), turn.Conversation, cancellationToken);
        turn.Say(Links(turn, "paper.list", id));
        if (step.Determination.Documents.Any(ChecklistMaker.IsUnprintedForm))
        {
            turn.Say(texts.Say("paper.list-no-form"));
        }

        Where(turn, step.Determination, step.Situation);
    }

    /// <summary>重新开始: what was prepared goes too, and its links with it.</summary>
    public Task ForgetAsync(Turn turn, CancellationToken cancellationToken) => prepared.ForgetAsync(turn.Conversation, cancellationToken);

    private string Links(Turn turn, string key, string id) => texts.Say(
        key,
        ("word", PaperReference.Path(turn.Conversation, id, PaperReference.Word)),
        ("page", PaperReference.Path(turn.Conversation, id, PaperReference.Page)),
        ("hours", options.Value.KeepFor.TotalHours.ToString("0.#", CultureInfo.InvariantCulture)));

    private void Where(Turn turn, Determination it, Situation situation)
    {
        turn.Say(papers.Channels(it));
        turn.Say(texts.Say("more.contacts") + "\n" + string.Join('\n', contacts.Of(it, situation)));
        turn.Offer(texts.Say("paper.then"), [texts.Say("button.more"), texts.Say("button.restart")]);
    }
}
