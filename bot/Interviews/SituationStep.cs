using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>A fact is needed that can still change the outcome; the policy says which.</summary>
/// <param name="policy">Id of the policy that asks; null while none can be told.</param>
internal sealed class SituationStep(
    CitizenInterview interview, Situation situation, InterviewQuestion question, string? policy) : IStep
{
    public string? Policy => policy;

    public Situation Situation => situation;

    public InterviewQuestion Question => question;

    public IStep After(string value) => interview.From(situation.With(question.Name, value));

    /// <summary>
    /// The scheme decides which policy asks, so one that was said counts before its question, which a place with a guide to one
    /// scheme only would never put: a work injury is not told of medical insurance.
    /// </summary>
    public Volunteered? Volunteer(string name, string value) =>
        name == FactNames.Scheme && situation.Scheme is null ? interview.VolunteerScheme(situation, value) : null;

    /// <summary>What the policy will ask next depends on answers to come: anything may.</summary>
    public bool MayStillAsk(string name) => true;
}
