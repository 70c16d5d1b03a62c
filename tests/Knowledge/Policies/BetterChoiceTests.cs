using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>A better choice is better: who makes the change comes out with more, or with a way where there was none.</summary>
public sealed class BetterChoiceTests
{
    private static readonly string[] WithChoices = ["wujiang-medical", "jilin-medical", "jiangmen-medical", "changchun-work-injury"];

    private static readonly List<(OracleCase Case, Determination Now)> Offered =
    [
        .. from c in FiveSpaces.Sample
           let now = RealKnowledge.Determiner.Determine(FactSpace.SituationOf(c) with { LocalShare = 0.8m })
           where now.BetterChoices.Count > 0
           select (c, now),
    ];

    [Fact]
    public void Every_entry_is_offered_to_somebody() => Assert.Equal(
        RealKnowledge.Policies.Policies.SelectMany(policy => policy.BetterChoices.Select(entry => entry.Item.Text)).Order(StringComparer.Ordinal),
        Offered.SelectMany(it => it.Now.BetterChoices).Select(choice => choice.Text).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Four_guides_have_some_and_the_old_article_has_none() =>
        Assert.Equal(WithChoices.Order(StringComparer.Ordinal), Offered.Select(it => it.Now.Policy!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Whoever_makes_the_change_is_better_off()
    {
        var worse = from it in Offered
                    from choice in it.Now.BetterChoices
                    where !choice.Change.ContainsKey("where")
                    let then = RealKnowledge.Determiner.Determine(Changed(it.Case, choice))
                    where !IsBetter(it.Now, then)
                    select $"{it.Case}: {choice.Text} {it.Now.Outcome} {it.Now.Tier!.Formula} → {then.Outcome} {then.Tier?.Formula}";

        Assert.Empty(worse.Take(5));
    }

    [Fact]
    public void A_gain_is_the_difference_of_the_two_shares_and_is_above_nothing()
    {
        var gains = from it in Offered from choice in it.Now.BetterChoices where choice.GainPoints is not null select (it, choice);

        Assert.NotEmpty(gains);
        Assert.All(gains, gain =>
        {
            Assert.True(gain.choice.GainPoints > 0);
            if (!gain.choice.Change.ContainsKey("where"))
            {
                var then = RealKnowledge.Determiner.Determine(Changed(gain.it.Case, gain.choice));
                Assert.Equal((then.Tier!.ExpectedShare - gain.it.Now.Tier!.ExpectedShare) * 100, gain.choice.GainPoints);
            }
        });
    }

    private static Situation Changed(OracleCase c, BetterChoice choice) => choice.Change.Aggregate(
        FactSpace.SituationOf(c) with { LocalShare = 0.8m }, (situation, change) => situation.With(change.Key, change.Value));

    private static bool IsBetter(Determination now, Determination then) =>
        then.Outcome is Outcome.File or Outcome.ProviderFiles or Outcome.Exempt
        && (then.Tier!.ExpectedShare > now.Tier!.ExpectedShare
            || (then.Tier.ExpectedShare is null && now.Outcome is Outcome.Unstated or Outcome.NotCovered && then.Tier.Formula != TierFormula.None));
}
