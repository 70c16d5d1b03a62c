using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>
/// The interview with a citizen: first the situation, until a determination can be made; then, where it ends in a filing, the
/// form: online, or the guide's own on paper.
/// </summary>
internal sealed class CitizenInterview(IDeterminer determiner, InterviewQuestions questions)
{
    private readonly SituationMemo memo = new();

    /// <summary>Replays the answers from the first question, for a determination as of <paramref name="today"/>.</summary>
    public Progress Replay(AnswerSheet given, DateOnly today) =>
        Interviews.Replay.Run(From(new Situation { AsOf = today }), given);

    /// <summary>The step for a situation; kept, since many people are in the same one, and a turn must be cheap.</summary>
    internal IStep From(Situation situation) => memo.GetOrAdd(situation, Determine);

    private IStep Determine(Situation situation)
    {
        var determination = determiner.DetermineAsking(situation);
        return determination is { Outcome: Outcome.NeedFact, Ask: { } ask }
            ? new SituationStep(this, situation, questions.OfFact(ask), determination.Policy)
            : new FilingStep(this, Plan(determination, situation), AnswerSheet.Empty);
    }

    /// <summary>The step with the scheme known; null where there is no such scheme.</summary>
    internal Volunteered? VolunteerScheme(Situation situation, string scheme) =>
        questions.OfVolunteered(FactNames.Scheme) is { } question && question.Accepts(scheme)
            ? new Volunteered(question, From(situation.With(FactNames.Scheme, scheme)))
            : null;

    /// <summary>The step with one more fact known that the policy does not ask for, or null when it changes nothing.</summary>
    internal Volunteered? Volunteer(FilingStep step, string fact, string value)
    {
        if (questions.OfVolunteered(fact) is not { } question || !question.Accepts(value))
        {
            return null;
        }

        var next = From(SituationFacts.With(step.Situation, fact, value));
        return next is FilingStep { Determination: var changed, Plan: var plan }
            && Determinations.Same(changed, step.Determination) && plan.AsksAs(step.Plan)
            ? null
            : new Volunteered(question, next);
    }

    private FilingPlan Plan(Determination determination, Situation situation)
    {
        var form = Form(determination);
        return form is null && determiner.PaperFormsFor(determination, situation) is { Count: > 0 } papers
            ? new PaperPlan(determination, papers, situation, questions)
            : new FilingPlan(determination, form, situation, questions);
    }

    private FilingForm? Form(Determination determination) =>
        determination is { Outcome: Outcome.File, Submission: Submission.Online } ? determiner.FormFor(determination) : null;
}
