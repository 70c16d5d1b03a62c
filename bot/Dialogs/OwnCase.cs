using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Questions about a case rather than about the guide's words (去北京住院要备案吗, 那要带什么材料): the determination answers them,
/// and where it still needs a fact, the interview asks for it. Passages found by search would mislead: they hold for others too.
/// </summary>
internal sealed class OwnCase(IDeterminer determiner, CaseText words, InterviewWriter writer, Texts texts)
{
    /// <summary>What becomes of such a question.</summary>
    public enum Course
    {
        /// <summary>It is none: the guide's words answer it.</summary>
        None,

        /// <summary>It was answered.</summary>
        Answered,

        /// <summary>It told new facts of the person's own case, which were taken up.</summary>
        TakenUp,

        /// <summary>A fact is missing: the interview is to start with what it says.</summary>
        Starts,
    }

    public Course Take(Turn turn, bool interviewing)
    {
        var asks = turn.Heard.Asks;
        // 零星报销要什么材料 is a matter of its own, whose words also tell a stage.
        if (asks.Named == Aspects.None || (!asks.Alone && !asks.Named.HasFlag(Aspects.Filing))
            || turn.Heard.Facts.Any(fact => fact is { Fact: FactNames.Stage, Asked: true }))
        {
            return Course.None;
        }

        var told = Told(turn).ToList();
        var known = Known(turn);
        var asked = told.Aggregate(known, (situation, fact) => SituationFacts.With(situation, fact.Key, fact.Value!));
        if (asked.InsuredPlace is null && !interviewing && asked.CarePlace is null)
        {
            return Course.None;
        }

        return interviewing ? Between(turn, asks, told, known, asked) : Alone(turn, asks, told, asked);
    }

    /// <summary>The situation that a question is about: whoever names where they are insured begins a new one.</summary>
    public static Situation Known(Turn turn) => turn.State.Answers
        .Where(answer => turn.Heard.Places.Insured is null && AnswerNames.IsFact(answer.Key))
        .Aggregate(new Situation { AsOf = turn.Today }, (situation, answer) => SituationFacts.With(situation, answer.Key, answer.Value));

    /// <summary>What the message says of the case that it asks about, also what it only asks about (住院能报多少).</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Told(Turn turn)
    {
        var places = turn.Heard.Places;
        return AnswerReader.Facts(turn.Heard, except: null).Concat(
            places is { Care: null, Unassigned: [{ Place: { } place }] } && (places.Insured is not null || turn.State.Answers.ContainsKey(FactNames.InsuredPlace))
                ? [KeyValuePair.Create<string, string?>(FactNames.CarePlace, place.Code)]
                : []);
    }

    private Course Alone(Turn turn, AspectReading asks, List<KeyValuePair<string, string?>> told, Situation asked)
    {
        var determination = determiner.Determine(asked);
        if (determination.Outcome == Outcome.NeedFact)
        {
            return asked.CarePlace is not null && told.Count > 0 ? Course.Starts : Course.None;
        }

        // Whether to file, and what is paid, the answer dialog shows beside the guide's words.
        if (!asks.Alone || (told.Count > 0 && (asks.Named & ~(Aspects.Filing | Aspects.Share)) == Aspects.None))
        {
            return Course.None;
        }

        var said = words.Of(asks.Named, determination, asked, another: told.Count > 0);
        if (said.Count > 0 && told.Count > 0)
        {
            writer.Remember(turn, asked, determination);
        }

        return Say(turn, said);
    }

    private Course Between(
        Turn turn, AspectReading asks, List<KeyValuePair<string, string?>> told, Situation known, Situation asked)
    {
        var supposes = asks.Supposes || turn.Heard.Facts.Any(fact => fact.Asked);
        var contradicts = told.Exists(fact => SituationFacts.Read(known, fact.Key) is { } value && value != fact.Value)
            || (turn.Heard.Places.Insured is not null && turn.State.Answers.ContainsKey(FactNames.InsuredPlace));
        var adds = told.Exists(fact => SituationFacts.Read(known, fact.Key) is null);
        if (adds && !supposes && !contradicts && turn.Progress.Step is SituationStep)
        {
            writer.Apply(turn, new Reading { Answers = told }, starts: false);
            return Course.TakenUp;
        }

        var determination = !adds && !contradicts && turn.Progress.Step is FilingStep step ? step.Determination : determiner.Determine(asked);
        if (determination.Outcome == Outcome.NeedFact)
        {
            turn.Say(texts.Say(contradicts || supposes ? "case.other" : "case.later"));
            return Course.Answered;
        }

        return asks.Alone || asks.Named.HasFlag(Aspects.Filing)
            ? Say(turn, words.Of(asks.Named, determination, asked, another: adds || contradicts))
            : Course.None;
    }

    private static Course Say(Turn turn, IReadOnlyList<string> said)
    {
        turn.Say(said);
        return said.Count > 0 ? Course.Answered : Course.None;
    }
}
