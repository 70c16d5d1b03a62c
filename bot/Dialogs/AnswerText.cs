using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says an answer: the guide's own sentences, where they stand, who published them and when.</summary>
internal sealed class AnswerText(DeterminationText determinations, CitationText cites, ContactText contacts, Texts texts)
{
    public void Say(Turn turn, AnswerResult result, Situation context, bool interviewing)
    {
        var determined = result.Determination is { Outcome: not Outcome.NeedFact };
        if (result.Determination is { } determination && determined)
        {
            turn.Say(determinations.Lead(determination, Asked(turn, context)));
        }

        if (result is { Status: AnswerStatus.Answered, Answer: { } answer })
        {
            turn.Say(string.Join(
                '\n',
                new[] { answer.Text, cites.Sources(answer.Citations), cites.Origin(answer.Citations[0].Guide) }
                    .Where(line => line.Length > 0)));
        }
        else if (!determined)
        {
            turn.Say(string.Join('\n', contacts.Lines(result.Contacts).Prepend(texts.Say("answer.not-found"))));
        }

        if (interviewing)
        {
            return;
        }

        turn.Offer(
            texts.Say(result.Suggestions.Count > 0 ? "answer.near" : "answer.then"),
            [.. result.Suggestions.Take(3), texts.Say("button.start")]);
    }

    /// <summary>The situation that the question was about: what it states comes on top of what is known.</summary>
    private static Situation Asked(Turn turn, Situation context) => AnswerReader.Facts(turn.Heard, except: null).Aggregate(
        context, (situation, fact) => SituationFacts.With(situation, fact.Key, fact.Value!));
}
