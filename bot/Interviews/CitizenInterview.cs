using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>
/// The interview with a citizen: first the situation, until a determination can be made; then, where it ends in a filing
/// that can be made online, the form.
/// </summary>
internal sealed class CitizenInterview(IDeterminer determiner, InterviewQuestions questions)
{
    /// <summary>The first step, for a determination as of <paramref name="today"/>.</summary>
    public IStep Start(DateOnly today) => From(new Situation { AsOf = today });

    /// <summary>Replays the answers from the first question.</summary>
    public Progress Replay(AnswerSheet given, DateOnly today) => Interviews.Replay.Run(Start(today), given);

    internal IStep From(Situation situation)
    {
        var determination = determiner.DetermineAsking(situation);
        return determination is { Outcome: Outcome.NeedFact, Ask: { } ask }
            ? new SituationStep(this, situation, questions.OfFact(ask))
            : new FilingStep(new FilingPlan(determination, Form(determination), situation, questions), AnswerSheet.Empty);
    }

    private FilingForm? Form(Determination determination) =>
        determination is { Outcome: Outcome.File, Submission: Submission.Online } ? determiner.FormFor(determination) : null;
}
