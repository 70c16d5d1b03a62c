using PolicyBot.Bot.Interviews;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Shows all answers before anything is submitted; each can be changed by its name.</summary>
internal sealed class ReviewText(ValueText values, Texts texts)
{
    public string Of(Progress progress)
    {
        var plan = ((FilingStep)progress.Step).Plan;
        var lines = Shown(progress)
            .Select(answered => texts.Say(
                "review.line", ("label", answered.Question.Label), ("value", values.Of(answered.Question, answered.Value))))
            .Prepend(texts.Say("review.type", ("type", plan.Determination.FilingType ?? string.Empty)))
            .Prepend(texts.Say("review.head"));
        return string.Join('\n', lines);
    }

    /// <summary>Buttons that name what can be changed (改手机号).</summary>
    public IEnumerable<string> Changes(Progress progress) => Shown(progress).Select(ChangeButton);

    /// <summary>The answer that such a button, or the same words typed, wants to change.</summary>
    public Answered? Changed(Progress progress, string text) =>
        Shown(progress).FirstOrDefault(answered => ChangeButton(answered) == text);

    private string ChangeButton(Answered answered) => texts.Say("review.change", ("label", answered.Question.Label));

    /// <summary>Which alternative of a document was chosen stands in the name of its photo already.</summary>
    private static IEnumerable<Answered> Shown(Progress progress) => progress.Reached.Where(answered =>
        answered.Question.Name is not (AnswerNames.Wish or AnswerNames.Consent)
        && progress.Find(answered.Question.Name + AnswerNames.FileSuffix) is null);
}
