using System.Collections.Concurrent;
using PolicyBot.Knowledge.Forms;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>
/// What filling in the guide's own forms takes, where nothing can be filed online: the wish, consent, the applicant's fields, the
/// review. No documents: those the person takes along.
/// </summary>
internal sealed class PaperPlan(
    Determination determination, IReadOnlyList<PaperForm> forms, Situation situation, InterviewQuestions questions)
    : FilingPlan(determination, null, situation, questions)
{
    private readonly ConcurrentDictionary<string, InterviewQuestion> made = new(StringComparer.Ordinal);

    /// <summary>A field that two forms share is asked for once.</summary>
    private readonly List<FormField> fields = [.. forms.SelectMany(form => FormFields.ToAsk(form, situation)).DistinctBy(field => field.Name)];

    private readonly PaperQuestions papers = questions.Papers;

    public override InterviewQuestion? Next(AnswerSheet answers) =>
        answers[AnswerNames.Wish] == AnswerNames.WishSelf ? null
        : !answers.Has(AnswerNames.Wish) ? papers.Wish
        : !answers.Has(AnswerNames.Consent) ? papers.Consent
        : fields.Find(field => !answers.Has(AnswerNames.Field(field.Name))) is { } next
            ? made.GetOrAdd(next.Name, _ => papers.OfField(next, Situation))
        : papers.Review;

    public override bool Asks(string name) =>
        name is AnswerNames.Wish or AnswerNames.Consent || fields.Exists(field => AnswerNames.Field(field.Name) == name);

    public override bool AsksAs(FilingPlan other) =>
        other is PaperPlan paper && fields.Select(field => field.Name).SequenceEqual(paper.fields.Select(field => field.Name), StringComparer.Ordinal);
}
