using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says an answer: the guide's own sentences, where they stand, who published them and when.</summary>
internal sealed class AnswerText(
    DeterminationText determinations, InterviewWriter writer, Greeter greeter, CitationText cites, GeneralGuide general, GuidePlaces guides,
    ContactText contacts, Texts texts)
{
    public void Say(Turn turn, AnswerResult result, Situation context, bool interviewing)
    {
        if (result is { General: true, NoGuideFor: { } place })
        {
            turn.Say(texts.Say("answer.general", ("place", place)));
        }
        else if (result.RulesOf is { } home)
        {
            turn.Say(texts.Say("answer.rules-of", ("place", home)));
        }

        var determined = result.Determination is { Outcome: not Outcome.NeedFact };
        if (result.Determination is { } determination && determined)
        {
            var asked = OwnCase.Told(turn).Aggregate(context, (situation, fact) => SituationFacts.With(situation, fact.Key, fact.Value!));
            turn.Say(determinations.Lead(determination, asked));
            if (!interviewing)
            {
                writer.Remember(turn, asked, determination);
            }
        }

        if (result is { Status: AnswerStatus.Answered, Answer: { } answer })
        {
            if (!determined && general.WarningOf(answer.Citations[0].Guide, context.InsuredPlace) is { } warning)
            {
                turn.Say(warning);
            }

            turn.Say(string.Join(
                '\n',
                new[] { answer.Text, cites.Sources(answer.Citations), cites.Origin(answer.Citations[0].Guide) }
                    .Where(line => line.Length > 0)));
        }
        else if (!determined)
        {
            turn.Say(string.Join('\n', contacts.Lines(
                context.InsuredPlace is null ? result.Contacts : guides.Contacts(context.InsuredPlace, context.Scheme), context.Scheme).Prepend(texts.Say("answer.not-found"))));
        }

        if (interviewing)
        {
            return;
        }

        greeter.OfferFiling(turn, result.Suggestions.Count > 0 ? result.Suggestions.Take(3) : null);
    }
}
