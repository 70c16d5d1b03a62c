using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>What holds of both policies for every combination of facts, known or not.</summary>
public sealed class EveryCombinationTests
{
    private const int MostQuestions = 8;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly IDeterminer Determiner = RealKnowledge.Determiner;

    public static TheoryData<string> Policies => ["wujiang-medical", "jilin-medical"];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_combination_ends_with_a_citation_or_a_reason_or_a_question(string policy) =>
        AssertNone(Failures(
            FactSpace.WithUnknowns(Places(policy)),
            situation => Complaints(Determiner.Determine(situation)).Concat(Complaints(Determiner.DetermineAsking(situation)))));

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_citation_stands_verbatim_in_the_guide(string policy)
    {
        var said = new ConcurrentDictionary<Citation, string>();
        Parallel.ForEach(FactSpace.WithUnknowns(Places(policy)), situation =>
        {
            foreach (var determination in new[] { Determiner.Determine(situation), Determiner.DetermineAsking(situation) })
            {
                foreach (var citation in CitationsIn(determination))
                {
                    said.TryAdd(citation, situation.ToString());
                }
            }
        });

        Assert.NotEmpty(said);
        Assert.All(said.Keys, citation =>
        {
            Assert.Equal(policy, citation.Guide);
            var found = RealKnowledge.Guides.Find(citation.Guide)!.Cite(citation.Quote);
            Assert.True(found is not null, $"not in the guide: {citation.Quote}");
            Assert.Equal(citation.Quote, found.Quote);
        });
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_citation_used_in_a_determination_is_listed_once_in_it(string policy) =>
        AssertNone(Failures(FactSpace.Cases(Places(policy)).Select(FactSpace.SituationOf), situation =>
        {
            var determination = Determiner.Determine(situation);
            var unlisted = CitationsIn(determination).Except(determination.Citations).Select(c => $"not listed: {c.Quote}");
            var twice = determination.Citations.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => $"twice: {g.Key.Quote}");
            return unlisted.Concat(twice);
        }));

    [Theory]
    [MemberData(nameof(Policies))]
    public void Answering_one_question_after_another_ends_where_all_facts_at_once_end(string policy) =>
        AssertNone(Failures(FactSpace.Cases(Places(policy)), c =>
        {
            var whole = FactSpace.SituationOf(c);
            return StartsOf(whole).SelectMany(start => Interview(start, whole));
        }));

    [Fact]
    public void A_place_too_coarse_to_decide_is_asked_for_again()
    {
        var jilin = new Situation { AsOf = FactSpace.Today, Scheme = "medical", InsuredPlace = "220281", CarePlace = "220000" };
        var wujiang = jilin with { InsuredPlace = "320509", CarePlace = "310000" };

        Assert.All([jilin, wujiang], situation =>
        {
            var determination = Determiner.Determine(situation);
            if (determination.Outcome is Outcome.NeedFact)
            {
                Assert.Equal(FactNames.CarePlace, determination.Ask!.Fact);
            }
            else
            {
                // Not asked: then the answer must hold for every place within, or say what it assumes.
                Assert.NotEmpty(determination.Notices);
            }
        });
    }

    /// <summary>Nothing known, only the places, only the story, everything but the places.</summary>
    private static IEnumerable<Situation> StartsOf(Situation whole)
    {
        var nothing = new Situation { AsOf = whole.AsOf };
        yield return nothing;
        yield return nothing with { Scheme = whole.Scheme, InsuredPlace = whole.InsuredPlace, CarePlace = whole.CarePlace };
        yield return nothing with { Facts = whole.Facts };
        yield return nothing.With(FactNames.InsuredPlace, whole.InsuredPlace).With(FactNames.Filed, whole.Facts[FactNames.Filed]);
        yield return whole.With(FactNames.Reason, null);
    }

    private static IEnumerable<string> Interview(Situation start, Situation whole)
    {
        var known = start;
        var determination = Determiner.DetermineAsking(known);
        var asked = new List<string>();
        while (determination.Outcome is Outcome.NeedFact)
        {
            var fact = determination.Ask!.Fact;
            if (asked.Contains(fact) || asked.Count == MostQuestions)
            {
                yield return $"asked {string.Join(", ", asked)}, then {fact}";
                yield break;
            }

            var answer = ValueOf(whole, fact);
            if (determination.Ask.Options is { Count: > 0 } options && !options.Any(option => option.Value == answer))
            {
                yield return $"asked {fact} without offering {answer}";
                yield break;
            }

            asked.Add(fact);
            known = known.With(fact, answer);
            determination = Determiner.DetermineAsking(known);
        }

        foreach (var difference in Differences(determination, Determiner.Determine(AsAsked(whole, known, determination))))
        {
            yield return $"after {string.Join(", ", asked)}: {difference}";
        }
    }

    /// <summary>
    /// A fact that a conversation is never asked for stays unknown unless it was told: the policy shows its other cases as notices.
    /// </summary>
    private static Situation AsAsked(Situation whole, Situation known, Determination determination) =>
        RealKnowledge.Policies.Policies.Single(policy => policy.Id == determination.Policy).Dimensions
            .Where(dimension => !dimension.AskInConversation && ValueOf(known, dimension.Name) is null)
            .Aggregate(whole, (situation, dimension) => situation.With(dimension.Name, null));

    private static string? ValueOf(Situation situation, string fact) => fact switch
    {
        FactNames.Scheme => situation.Scheme,
        FactNames.InsuredPlace => situation.InsuredPlace,
        FactNames.CarePlace => situation.CarePlace,
        _ => situation.Facts.GetValueOrDefault(fact),
    };

    private static IEnumerable<string> Complaints(Determination determination)
    {
        switch (determination.Outcome)
        {
            case Outcome.NeedFact when string.IsNullOrWhiteSpace(determination.Ask?.Prompt):
                yield return "a question without words";
                break;
            case Outcome.NeedFact when string.IsNullOrWhiteSpace(determination.Ask?.Why):
                yield return "a question without a why";
                break;
            case Outcome.NeedFact:
                break;
            case Outcome.Unstated or Outcome.NotCovered when determination.Notices.All(n => string.IsNullOrWhiteSpace(n.Text)):
                yield return $"{determination.Outcome} without a reason";
                break;
            case Outcome.Unstated or Outcome.NotCovered:
                break;
            case var outcome when determination.Citations.Count == 0:
                yield return $"{outcome} without a citation";
                break;
        }
    }

    private static IEnumerable<Citation> CitationsIn(Determination d)
    {
        var settlements = d.Settlement.SelectMany(s =>
            s.Documents.Select(x => x.Cite).Concat(s.Channels.Select(x => x.Cite)).Append(s.Cite).OfType<Citation>()
                .Concat(s.Deadlines.Select(x => x.Cite).OfType<Citation>()));
        IEnumerable<Citation?> own =
        [
            d.Ask?.Cite, d.ReviewTime?.Cite, d.Validity?.Cite, d.Tier?.Cite,
            .. d.Documents.Select(x => x.Cite), .. d.Channels.Select(x => x.Cite), .. d.BetterChoices.Select(x => x.Cite),
            .. d.Contacts.Select(x => x.Cite), .. d.Change.Concat(d.Deadlines).Concat(d.Notices).Select(x => x.Cite),
        ];
        return own.OfType<Citation>().Concat(settlements).Concat(d.Citations);
    }

    private static (string, string[])[] Places(string policy) =>
        policy == "wujiang-medical" ? [FactSpace.Wujiang] : FactSpace.Jilin;

    /// <summary>What decides and what must be handed in; further notices may be shown for facts that were left open.</summary>
    private static IEnumerable<string> Differences(Determination answered, Determination atOnce)
    {
        var (one, other) = (Json(Decided(answered)), Json(Decided(atOnce)));
        if (one != other)
        {
            yield return $"{one}\n      at once {other}";
        }

        static object Decided(Determination d) =>
            new { d.Policy, d.Outcome, d.FilingType, d.Documents, d.Channels, d.Submission, d.ReviewTime, d.Validity, d.Change, d.Tier };
    }

    private static string Json(object? value) => JsonSerializer.Serialize(value, Readable);

    private static List<string> Failures<T>(IEnumerable<T> cases, Func<T, IEnumerable<string>> complaints) =>
        [.. cases.AsParallel().SelectMany(c => complaints(c).Select(complaint => $"{c}: {complaint}"))];

    private static void AssertNone(List<string> failures) =>
        Assert.True(failures.Count == 0, $"{failures.Count} failures, such as\n{string.Join('\n', failures.Take(5))}");
}
