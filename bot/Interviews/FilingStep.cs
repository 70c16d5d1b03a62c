using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>The determination is made; what is left to ask is the form, if there is one to fill in.</summary>
internal sealed class FilingStep(FilingPlan plan, AnswerSheet answers) : IStep
{
    public Determination Determination => plan.Determination;

    public Situation Situation => plan.Situation;

    public FilingPlan Plan => plan;

    public InterviewQuestion? Question { get; } = plan.Next(answers);

    public IStep After(string value) => new FilingStep(plan, answers.With(Question!.Name, value));

    public bool MayStillAsk(string name) => plan.Asks(name);
}
