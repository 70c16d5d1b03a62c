using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>Whatever is known of a person, the answer is complete: cited, or silent with the reason.</summary>
public sealed class PolicyPropertyTests
{
    [Theory]
    [InlineData("changchun-work-injury", "220104", "220182 220202 110105", 5)]
    [InlineData("jiangmen-medical", "440783", "440784 810000 110105", 1)]
    [InlineData("national-medical", "510104", "510302 810000 110105 440305", 1)]
    public void Every_combination_ends_in_a_cited_determination_or_in_silence_with_its_reason(string id, string insured, string cares, int step)
    {
        var policy = RealKnowledge.Policies.Policies.Single(policy => policy.Id == id);
        foreach (var care in cares.Split(' '))
        {
            var facts = policy.Table.Count / policy.Dimensions[0].Values.Count;
            for (var cell = 0; cell < facts; cell += step)
            {
                Complete(policy, RealKnowledge.Determiner.Determine(Situation(policy, cell, insured, care)));
            }
        }
    }

    private static void Complete(Policy policy, Determination it)
    {
        Assert.Equal(policy.Id, it.Policy);
        Assert.NotEqual(Outcome.NeedFact, it.Outcome);
        Assert.True(it.Citations.Count > 0 || it.Outcome == Outcome.Unstated);
        Assert.All(it.Citations, cite => Assert.Equal(policy.Guide.Id, cite.Guide));
        Assert.NotEmpty(it.Contacts);
        Assert.True(it.Tier!.ExpectedShare is null or >= 0);
        if (it.Outcome is Outcome.Unstated or Outcome.NotCovered)
        {
            Assert.Contains(it.Notices, notice => policy.Outcomes.Any(rule => rule.Why == notice.Text));
        }

        if (it.Outcome == Outcome.File)
        {
            Assert.NotNull(it.FilingType);
            Assert.NotEmpty(it.Documents);
            Assert.NotEmpty(it.Channels);
            Assert.NotEqual(Submission.None, it.Submission);
            Assert.NotEmpty(it.Settlement);
        }
    }

    private static Situation Situation(Policy policy, int cell, string insured, string care)
    {
        var values = policy.Table.ValuesOf(cell);
        var situation = Cases.Situation(policy.Scheme, insured, care) with { LocalShare = 0.1m, EligibleCost = 1000m };
        for (var i = 1; i < values.Length; i++)
        {
            situation = situation.With(policy.Dimensions[i].Name, policy.Dimensions[i].Values[values[i]]);
        }

        return situation;
    }
}
