using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

public sealed class DeterminerTests
{
    [Theory]
    [InlineData("220281", "220182", "inpatient", null, Outcome.Exempt, TierFormula.Local, null)]
    [InlineData("220281", "220200", "inpatient", null, Outcome.Exempt, TierFormula.Local, null)]
    [InlineData("220281", "220201", "inpatient", null, Outcome.Exempt, TierFormula.Local, null)]
    [InlineData("220281", "220202", null, null, Outcome.Exempt, TierFormula.Local, null)]
    [InlineData("220281", "220104", "inpatient", "other-temporary", Outcome.File, TierFormula.LocalMinusPoints, 20.0)]
    [InlineData("220281", "110000", null, "referral", Outcome.File, TierFormula.LocalMinusPoints, 10.0)]
    [InlineData("220281", "110105", "inpatient", "emergency", Outcome.ProviderFiles, TierFormula.LocalMinusPoints, 10.0)]
    [InlineData("220281", "220104", "inpatient", "emergency", Outcome.Unstated, TierFormula.LocalMinusPoints, 10.0)]
    [InlineData("220281", "110000", "outpatient", null, Outcome.Exempt, TierFormula.Unstated, null)]
    [InlineData("220281", "110000", "pharmacy", null, Outcome.Exempt, TierFormula.Unstated, null)]
    [InlineData("220281", "220104", "chronic-outpatient", "other-temporary", Outcome.Exempt, TierFormula.Unstated, null)]
    [InlineData("220281", "2299CB", "inpatient", null, Outcome.Exempt, TierFormula.Local, null)]
    [InlineData("220281", "220581", "inpatient", null, Outcome.Exempt, TierFormula.Local, null)]
    [InlineData("220281", "220281", "inpatient", null, Outcome.Local, TierFormula.Local, null)]
    [InlineData("220104", "220102", "inpatient", null, Outcome.Local, TierFormula.Local, null)]
    [InlineData("220281", "310101", "inpatient", "long-term-residence", Outcome.File, TierFormula.Local, null)]
    [InlineData("320509", "310101", null, null, Outcome.Exempt, TierFormula.Local, null)]
    [InlineData("320509", "310000", null, null, Outcome.Exempt, TierFormula.Local, null)]
    [InlineData("320509", "310118", null, null, Outcome.Exempt, TierFormula.Unstated, null)]
    [InlineData("320509", "330421", null, "referral", Outcome.Exempt, TierFormula.Unstated, null)]
    [InlineData("320509", "110000", null, "other-temporary", Outcome.File, TierFormula.LocalTimes, 0.8)]
    [InlineData("320509", "110000", null, "emergency", Outcome.Unstated, TierFormula.Unstated, null)]
    [InlineData("320509", "330100", null, "long-term-residence", Outcome.File, TierFormula.Local, null)]
    [InlineData("320509", "320508", null, null, Outcome.Unstated, TierFormula.Unstated, null)]
    [InlineData("320509", "320509", null, null, Outcome.Local, TierFormula.Local, null)]
    [InlineData("320509", "320100", null, "referral", Outcome.File, TierFormula.Local, null)]
    public void A_case_that_a_guide_decides_comes_out_as_it_says(
        string insured, string care, string? careKind, string? reason, Outcome outcome, TierFormula formula, double? value)
    {
        var determination = Determine(insured, care, (FactNames.CareKind, careKind), (FactNames.Reason, reason));

        Assert.Equal(outcome, determination.Outcome);
        Assert.Equal(formula, determination.Tier!.Formula);
        Assert.Equal((decimal?)value, determination.Tier.Value);
        Assert.True(determination.Citations.Count > 0 || outcome is Outcome.Unstated);
    }

    [Fact]
    public void The_expected_payment_is_computed_in_decimals()
    {
        var situation = Situation("220281", "220104", (FactNames.Reason, "other-temporary"), (FactNames.CareKind, "inpatient"));

        var tier = RealKnowledge.Determiner.Determine(situation with { LocalShare = 0.85m, EligibleCost = 20000m }).Tier!;

        Assert.Equal(0.65m, tier.ExpectedShare);
        Assert.Equal("13000.00", tier.ExpectedPayment!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Wujiang_gives_no_filing_type_to_an_emergency()
    {
        var determination = Determine("320509", "110000", (FactNames.Reason, "emergency"));

        Assert.Null(determination.FilingType);
        Assert.Empty(determination.Documents);
        Assert.Contains(determination.Notices, notice => notice.Text.Contains("没有急诊抢救这一类", StringComparison.Ordinal));
    }

    [Fact]
    public void Qingpu_is_labelled_as_the_guide_labels_it() =>
        Assert.Equal("区域同城", Determine("320509", "310118").Tier!.Label);

    [Theory]
    [InlineData(null, "110000", FactNames.InsuredPlace)]
    [InlineData("320509", null, FactNames.CarePlace)]
    [InlineData("320509", "110000", FactNames.Reason)]
    [InlineData("320500", "110000", FactNames.InsuredPlace)]
    [InlineData("220281", "220100", FactNames.CarePlace)]
    [InlineData("220000", "220104", FactNames.InsuredPlace)]
    public void The_next_fact_that_decides_is_asked(string? insured, string? care, string fact)
    {
        var determination = Determine(insured, care);

        Assert.Equal(Outcome.NeedFact, determination.Outcome);
        Assert.Equal(fact, determination.Ask!.Fact);
    }

    [Fact]
    public void Whether_a_filing_was_made_is_asked_only_once_care_has_begun()
    {
        var unfiled = Determine("320509", "110000", (FactNames.Reason, "referral"), (FactNames.Stage, "settled"));
        var before = Determine("320509", "110000", (FactNames.Reason, "referral"), (FactNames.Stage, "before-care"));

        Assert.Equal(FactNames.Filed, unfiled.Ask!.Fact);
        Assert.Equal(Outcome.File, before.Outcome);
    }

    [Fact]
    public void A_conversation_asks_where_the_contract_assumes_and_says_so()
    {
        var situation = Situation("220281", "110000", (FactNames.Reason, "referral"));

        Assert.Contains(RealKnowledge.Determiner.Determine(situation).Notices, notice => notice.Text.Contains("按住院", StringComparison.Ordinal));
        Assert.Equal(FactNames.CareKind, RealKnowledge.Determiner.DetermineAsking(situation).Ask!.Fact);
    }

    [Fact]
    public void A_place_without_a_guide_is_told_so_and_gets_no_other_places_rules()
    {
        var determination = RealKnowledge.Determiner.Determine(
            Situation("510100", "110000", (FactNames.Reason, "referral")) with { Scheme = "work-injury" });

        Assert.Equal(Outcome.Unstated, determination.Outcome);
        Assert.Null(determination.Policy);
        Assert.Null(determination.Tier);
        Assert.NotEmpty(determination.Notices);
    }

    [Fact]
    public void A_day_before_the_guide_was_published_is_warned_of()
    {
        var situation = Situation("220281", "220182") with { AsOf = new DateOnly(2025, 1, 1) };

        Assert.Contains(RealKnowledge.Determiner.Determine(situation).Notices, notice => notice.Text.Contains("2026年2月15日", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FactNames.Reason, "holiday")]
    [InlineData(FactNames.Stage, "")]
    public void A_value_that_the_contract_does_not_know_is_refused(string fact, string value) =>
        Assert.Throws<UnknownFactException>(() => Determine("320509", "110000", (fact, value)));

    [Fact]
    public void A_referral_is_shown_as_the_better_choice_with_its_gain()
    {
        var situation = Situation("320509", "110000", (FactNames.Reason, "other-temporary")) with { LocalShare = 0.85m };

        var choice = RealKnowledge.Determiner.Determine(situation).BetterChoices.Single(better => better.Change.ContainsKey(FactNames.Reason));

        Assert.Equal(17m, choice.GainPoints);
    }

    private static Determination Determine(string? insured, string? care, params (string Fact, string? Value)[] facts) =>
        RealKnowledge.Determiner.Determine(Situation(insured, care, facts));

    private static Situation Situation(string? insured, string? care, params (string Fact, string? Value)[] facts) =>
        facts.Where(fact => fact.Value is not null).Aggregate(
            new Situation { Scheme = "medical", InsuredPlace = insured, CarePlace = care, AsOf = new DateOnly(2026, 11, 21) },
            (situation, fact) => situation.With(fact.Fact, fact.Value));
}
