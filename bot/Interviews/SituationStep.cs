using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>A fact is needed that can still change the outcome; the policy says which.</summary>
internal sealed class SituationStep(CitizenInterview interview, Situation situation, InterviewQuestion question) : IStep
{
    public Situation Situation => situation;

    public InterviewQuestion Question => question;

    public IStep After(string value) => interview.From(situation.With(question.Name, value));

    /// <summary>What the policy will ask next depends on answers to come: anything may.</summary>
    public bool MayStillAsk(string name) => true;
}
