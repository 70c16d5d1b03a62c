using System.Collections.Concurrent;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>
/// What a filing needs, in order: the wish to file here, consent, the form's fields, the documents one by one, the review.
/// </summary>
internal class FilingPlan(
    Determination determination, FilingForm? form, Situation situation, InterviewQuestions questions)
{
    /// <summary>Questions are made once: a plan serves everybody in the same situation.</summary>
    private readonly ConcurrentDictionary<string, InterviewQuestion> made = new(StringComparer.Ordinal);

    private readonly List<FormField> fields = form is null ? [] : [.. Fields(form, situation, questions)];

    private readonly List<DocumentRequirement> documents = [.. determination.Documents.Where(document => document.ByPerson)];

    public Determination Determination => determination;

    public Situation Situation => situation;

    /// <summary>The form, or null where nothing is filed here.</summary>
    public FilingForm? Form => form;

    /// <summary>The documents to hand in; not those which the guide says the system makes.</summary>
    public IReadOnlyList<DocumentRequirement> Documents => documents;

    /// <summary>The first question that these answers leave open; null when there is nothing to file here.</summary>
    public virtual InterviewQuestion? Next(AnswerSheet answers)
    {
        if (form is null || answers[AnswerNames.Wish] == AnswerNames.WishSelf)
        {
            return null;
        }

        return !answers.Has(AnswerNames.Wish) ? questions.Wish
            : !answers.Has(AnswerNames.Consent) ? questions.Consent
            : NextField(answers) ?? NextDocument(answers) ?? questions.Review;
    }

    public virtual bool Asks(string name) =>
        form is not null
        && (name is AnswerNames.Wish or AnswerNames.Consent
            || (name == AnswerNames.Commitment && form.Commitment is not null)
            || fields.Exists(field => AnswerNames.Field(field.Name) == name)
            || documents.Exists(document => AnswerNames.Document(document.Id) == name || AnswerNames.File(document.Id) == name));

    /// <summary>Whether the form has the same fields (whoever files for somebody else has more to fill in).</summary>
    public virtual bool AsksAs(FilingPlan other) => fields.Select(field => field.Name).SequenceEqual(other.fields.Select(field => field.Name));

    /// <summary>
    /// The fields that the situation does not already answer (就医地 is asked once), and who files for somebody else (代办).
    /// </summary>
    private static IEnumerable<FormField> Fields(FilingForm form, Situation situation, InterviewQuestions questions) =>
        form.Fields.Where(field =>
                field.Name is not (FactNames.Scheme or FactNames.InsuredPlace or FactNames.CarePlace)
                && !situation.Facts.ContainsKey(field.Name))
            .Concat(situation.Facts.GetValueOrDefault(FactNames.Applicant) == "agent" ? questions.AgentFields : []);

    private InterviewQuestion? NextField(AnswerSheet answers)
    {
        foreach (var field in fields)
        {
            var name = AnswerNames.Field(field.Name);
            if (!answers.Has(name))
            {
                return made.GetOrAdd(name, _ => questions.OfField(field, situation));
            }
        }

        return null;
    }

    private InterviewQuestion? NextDocument(AnswerSheet answers)
    {
        foreach (var document in documents)
        {
            var name = AnswerNames.Document(document.Id);
            var choice = answers[name];
            if (choice is null && (document.AnyOf.Count > 1 || MayCommit(document)))
            {
                return made.GetOrAdd(name, _ => questions.OfAlternatives(document, MayCommit(document)));
            }

            if (choice == AnswerNames.ByCommitment)
            {
                if (!answers.Has(AnswerNames.Commitment))
                {
                    return made.GetOrAdd(AnswerNames.Commitment, _ => questions.OfCommitment(form!.Commitment!));
                }
            }
            else if (!answers.Has(AnswerNames.File(document.Id)))
            {
                var alternative = choice ?? document.AnyOf[0];
                return made.GetOrAdd($"{name}={alternative}", _ => questions.OfUpload(document, alternative));
            }
        }

        return null;
    }

    private bool MayCommit(DocumentRequirement document) => form?.Commitment?.Replaces.Contains(document.Id, StringComparer.Ordinal) ?? false;
}
