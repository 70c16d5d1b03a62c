using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>The determination is made; what is left to ask is the form, if there is one to fill in.</summary>
internal sealed class FilingStep(CitizenInterview interview, FilingPlan plan, AnswerSheet answers) : IStep
{
    public Determination Determination => plan.Determination;

    public Situation Situation => plan.Situation;

    public FilingPlan Plan => plan;

    public InterviewQuestion? Question { get; } = plan.Next(answers);

    public IStep After(string value) => new FilingStep(interview, plan, answers.With(Question!.Name, value));

    public bool MayStillAsk(string name) => plan.Asks(name);

    /// <summary>Facts come before the form; what the situation already knows is no news.</summary>
    public Volunteered? Volunteer(string name, string value) =>
        answers.Count == 0 && AnswerNames.IsFact(name) && SituationFacts.Read(Situation, name) is null
            ? interview.Volunteer(this, name, value)
            : null;
}
