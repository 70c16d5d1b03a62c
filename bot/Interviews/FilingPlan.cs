using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>
/// What a filing needs, in order: the wish to file here, consent, the form's fields, the documents one by one, the review.
/// </summary>
internal sealed class FilingPlan(
    Determination determination, FilingForm? form, Situation situation, InterviewQuestions questions)
{
    public Determination Determination => determination;

    public Situation Situation => situation;

    /// <summary>The form, or null where nothing is filed here.</summary>
    public FilingForm? Form => form;

    /// <summary>The documents to hand in; not those which the guide says the system makes.</summary>
    public IEnumerable<DocumentRequirement> Documents => determination.Documents.Where(document => document.ByPerson);

    /// <summary>The first question that these answers leave open; null when there is nothing to file here.</summary>
    public InterviewQuestion? Next(AnswerSheet answers)
    {
        if (form is null || answers[AnswerNames.Wish] == AnswerNames.WishSelf)
        {
            return null;
        }

        return !answers.Has(AnswerNames.Wish) ? questions.Wish()
            : !answers.Has(AnswerNames.Consent) ? questions.Consent()
            : NextField(answers) ?? NextDocument(answers) ?? questions.Review();
    }

    public bool Asks(string name) =>
        form is not null
        && (name is AnswerNames.Wish or AnswerNames.Consent
            || (name == AnswerNames.Commitment && form.Commitment is not null)
            || Fields().Any(field => AnswerNames.Field(field.Name) == name)
            || Documents.Any(document => AnswerNames.Document(document.Id) == name || AnswerNames.File(document.Id) == name));

    /// <summary>The fields that the situation does not already answer (就医地 is asked once).</summary>
    private IEnumerable<FormField> Fields() =>
        form!.Fields.Where(field => !Known(field.Name)).Concat(ByAgent ? questions.AgentFields : []);

    /// <summary>Whoever files for somebody else (代办) is named to the agency too.</summary>
    private bool ByAgent => situation.Facts.GetValueOrDefault(FactNames.Applicant) == "agent";

    private bool Known(string name) =>
        name is FactNames.Scheme or FactNames.InsuredPlace or FactNames.CarePlace || situation.Facts.ContainsKey(name);

    private InterviewQuestion? NextField(AnswerSheet answers)
    {
        var open = Fields().FirstOrDefault(field => !answers.Has(AnswerNames.Field(field.Name)));
        return open is null ? null : questions.OfField(open, situation.AsOf);
    }

    private InterviewQuestion? NextDocument(AnswerSheet answers)
    {
        foreach (var document in Documents)
        {
            var mayCommit = form!.Commitment?.Replaces.Contains(document.Id, StringComparer.Ordinal) ?? false;
            var choice = answers[AnswerNames.Document(document.Id)];
            if (choice is null && (document.AnyOf.Count > 1 || mayCommit))
            {
                return questions.OfAlternatives(document, mayCommit);
            }

            if (choice == AnswerNames.ByCommitment)
            {
                if (!answers.Has(AnswerNames.Commitment))
                {
                    return questions.OfCommitment(form.Commitment!);
                }
            }
            else if (!answers.Has(AnswerNames.File(document.Id)))
            {
                return questions.OfUpload(document, choice ?? document.AnyOf[0]);
            }
        }

        return null;
    }
}
