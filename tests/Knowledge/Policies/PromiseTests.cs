using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>What a determination says beside outcome and tier must not go beyond the guide either.</summary>
public sealed class PromiseTests
{
    [Fact]
    public void Documents_of_a_referral_in_Jilin_are_cited_from_the_list_for_referrals()
    {
        // The same two lines stand under 办理长期异地就医备案 and under 参保人办理转诊转院备案.
        var documents = Determine("220281", "110105", "referral").Documents;

        Assert.NotEmpty(documents);
        Assert.All(documents, document => Assert.EndsWith("参保人办理转诊转院备案", document.Cite.Section, StringComparison.Ordinal));
    }

    [Fact]
    public void Documents_of_a_manual_claim_in_Wujiang_are_cited_from_the_list_for_claims()
    {
        var claim = Determine("320509", "110105", "referral").Settlement.Single(settlement => settlement.Kind == "manual");

        Assert.NotEmpty(claim.Documents);
        Assert.All(claim.Documents, document => Assert.EndsWith("3.报销材料", document.Cite.Section, StringComparison.Ordinal));
    }

    [Fact]
    public void Direct_settlement_is_promised_only_to_who_has_a_filing_or_needs_none()
    {
        // 按规定办理…备案手续后…直接结算; 有效期内…在备案就医地…直接结算: nothing of who has not filed.
        var promised = Cases(FactSpace.Wujiang)
            .Where(it => it.Determination.Outcome is Outcome.Unstated && !it.Case.Filed)
            .Where(it => it.Determination.Settlement.Any(settlement => settlement.Kind == "direct"));

        Assert.Empty(promised.Select(it => it.Case));
    }

    [Fact]
    public void A_higher_share_is_offered_only_where_a_share_is_stated()
    {
        var offered = Cases([FactSpace.Wujiang, .. FactSpace.Jilin])
            .Where(it => it.Determination.Tier?.Formula is TierFormula.None or TierFormula.Unstated)
            .Where(it => it.Determination.BetterChoices.Count > 0);

        Assert.Empty(offered.Select(it => it.Case));
    }

    [Fact]
    public void Another_place_in_the_prefecture_is_offered_only_to_who_has_one()
    {
        // 长白山管委会 lies in no prefecture of its own.
        var choices = Determine("2299CB", "110105", "other-temporary").BetterChoices;

        Assert.DoesNotContain(choices, choice => choice.Change.Values.Contains("same-prefecture"));
    }

    [Fact]
    public void Nobody_is_told_to_have_said_what_was_not_said()
    {
        var situations =
            from place in (IEnumerable<(string Insured, string[] Care)>)[FactSpace.Wujiang, .. FactSpace.Jilin, .. FactSpace.Jiangmen, .. FactSpace.Changchun, .. FactSpace.National]
            from care in place.Care
            from reason in FactSpace.Reasons
            from stage in FactSpace.Stages
            from scheme in (IEnumerable<string>)["medical", "work-injury"]
            select new Situation { Scheme = scheme, InsuredPlace = place.Insured, CarePlace = care, AsOf = FactSpace.Today }
                .With(FactNames.Reason, reason).With(FactNames.Stage, stage);

        Assert.DoesNotContain(situations, situation =>
            RealKnowledge.Determiner.Determine(situation).Notices.Concat(RealKnowledge.Determiner.DetermineAsking(situation).Notices)
                .Any(notice => notice.Text.StartsWith("您说已经备过案", StringComparison.Ordinal)));
    }

    private static Determination Determine(string insured, string care, string reason) =>
        RealKnowledge.Determiner.Determine(FactSpace.SituationOf(new(insured, care, reason, "inpatient", "before-care", Filed: false)));

    private static IEnumerable<(OracleCase Case, Determination Determination)> Cases(params (string, string[])[] places) =>
        FactSpace.Cases(places).Select(c => (c, RealKnowledge.Determiner.Determine(FactSpace.SituationOf(c))));
}
