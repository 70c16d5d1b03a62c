using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

public sealed class PolicyCheckerTests
{
    [Fact]
    public void The_real_policies_have_no_findings() =>
        Assert.All(RealKnowledge.Policies.Policies, policy => Assert.Empty(PolicyChecker.Check(policy).Findings));

    [Fact]
    public void The_report_counts_every_combination_of_the_facts()
    {
        var reports = RealKnowledge.Policies.Policies.Select(PolicyChecker.Check).ToDictionary(report => report.Policy);

        // Relations × reasons × stages × filed × kinds of care (× applicants).
        Assert.Equal(8 * 7 * 3 * 2 * 5 * 2, reports["wujiang-medical"].Combinations);
        Assert.Equal(6 * 7 * 5 * 3 * 2, reports["jilin-medical"].Combinations);
    }

    [Fact]
    public void An_outcome_rule_taken_out_leaves_a_gap()
    {
        using var copy = PolicyCopy.OfWujiang().RemoveItem("outcomes", "student");

        var finding = Assert.Single(copy.Findings());

        Assert.Equal(FindingKind.Gap, finding.Kind);
        Assert.Equal(copy.File, finding.File);
        Assert.Contains("no outcome rule", finding.Message, StringComparison.Ordinal);
        Assert.Contains("reason=student", finding.Message, StringComparison.Ordinal);
        AssertNamesTheNearestRule(copy, finding);
    }

    [Fact]
    public void A_tier_rule_taken_out_leaves_a_gap()
    {
        using var copy = PolicyCopy.OfJilin().RemoveItem("tiers", "third");

        var finding = Assert.Single(copy.Findings());

        Assert.Equal(FindingKind.Gap, finding.Kind);
        Assert.Equal(copy.File, finding.File);
        Assert.Contains("no tier rule", finding.Message, StringComparison.Ordinal);
        Assert.Contains("reason=other-temporary", finding.Message, StringComparison.Ordinal);
        AssertNamesTheNearestRule(copy, finding);
    }

    [Fact]
    public void Two_rules_for_one_case_are_a_conflict_that_names_both()
    {
        using var copy = PolicyCopy.OfWujiang().Replace(
            "  - id: at-home\n    when: { where: home }\n    outcome: local",
            "  - id: home-again\n    when: { where: home, reason: student }\n    outcome: local\n    quotes: ['同时不影响在本地定点医药机构的实时结算功能。']\n"
            + "  - id: at-home\n    when: { where: home }\n    outcome: local");

        var finding = Assert.Single(copy.Findings(), f => f.Kind == FindingKind.Conflict);

        Assert.Equal(copy.File, finding.File);
        Assert.Contains(finding.Line, new[] { copy.LineOf("- id: home-again"), copy.LineOf("- id: at-home") });
        Assert.Contains("'home-again'", finding.Message, StringComparison.Ordinal);
        Assert.Contains("'at-home'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_go_before_each_other_leave_a_gap()
    {
        using var copy = PolicyCopy.OfJilin().Replace("  - id: long-term\n", "  - id: long-term\n    over: [outpatient]\n");

        Assert.Contains(copy.Findings(), f => f.Kind == FindingKind.Gap);
    }

    [Fact]
    public void A_rule_wholly_behind_another_is_dead()
    {
        using var copy = PolicyCopy.OfJilin().Replace(
            "over: [emergency-outside-province]\n    when: { where: other-province, reason: emergency, stage: settled }",
            "over: [emergency-outside-province]\n    when: { where: other-province, reason: emergency }");

        var finding = Assert.Single(copy.Findings(), f => f.Kind == FindingKind.DeadRule);

        Assert.Equal(copy.File, finding.File);
        Assert.Equal(copy.LineOf("- id: emergency-outside-province"), finding.Line);
        Assert.Contains("'emergency-outside-province'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tiers_for_one_case_are_a_conflict_that_names_both()
    {
        using var copy = PolicyCopy.OfWujiang().InsertAfter(
            "tiers:", "  - id: home-again\n    when: { where: home }\n    tier: { label: 再来一次, formula: unstated }");

        var finding = Assert.Single(copy.Findings(), f => f.Kind == FindingKind.Conflict);

        Assert.Equal(copy.File, finding.File);
        Assert.Equal(copy.LineOf("    tier: { label: 再来一次") + 1, finding.Line);
        Assert.Contains("tier rules 'home-again', 'at-home'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tier_that_never_decides_is_dead()
    {
        using var copy = PolicyCopy.Of("changchun-work-injury").Replace(
            "    over: [filed]\n    when: { where: in-province, reason: emergency }", "    when: { where: in-province, reason: emergency, service: [] }");

        var finding = Assert.Single(copy.Findings(), f => f.Kind == FindingKind.DeadRule);

        Assert.Equal(copy.File, finding.File);
        Assert.Equal(copy.LineOf("  - id: emergency\n"), finding.Line);
        Assert.Contains("tier rule 'emergency'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_form_that_no_document_is_is_unused()
    {
        using var copy = PolicyCopy.Of("changchun-work-injury").Replace(" form: care-form,", "");

        var finding = Assert.Single(copy.Findings());

        Assert.Equal(FindingKind.Unused, finding.Kind);
        Assert.Equal(copy.LineOf("  - id: care-form"), finding.Line);
    }

    [Fact]
    public void A_filing_type_that_no_rule_gives_is_unused()
    {
        using var copy = PolicyCopy.OfJilin().InsertAfter("filingTypes:", "  - { name: 从来不用, documents: [] }");

        var finding = Assert.Single(copy.Findings());

        Assert.Equal(FindingKind.Unused, finding.Kind);
        Assert.Equal(copy.File, finding.File);
        Assert.Equal(copy.LineOf("从来不用"), finding.Line);
    }

    [Theory]
    [InlineData("reviewTime:", "  - { when: { where: home, outcome: file }, workingDays: 3, text: 从来不用, quote: '经办人员将在2个工作日完成异地就医备案审批。' }")]
    [InlineData("notices:", "  - { id: nowhere, when: { where: outside-mainland, outcome: file }, text: 从来不用 }")]
    [InlineData("validity:", "  - { id: nowhere, when: { filingType: 没有这一类 }, text: 从来不用, years: 1, quote: '异地转诊人员和其他临时外出就医人员备案有效期1年，可随时取消备案。' }")]
    [InlineData("channels:", "  - { id: nowhere, when: { outcome: not-covered }, name: 从来不用, kind: online, quote: '“吴江医保”微信公众号' }")]
    [InlineData("submission:", "  - { id: 从来不用, when: { where: outside-mainland, outcome: file }, submission: window }")]
    [InlineData("change:", "  - { when: { where: home, outcome: file }, text: 从来不用, kinds: [cancel], freely: true, quote: '异地转诊人员和其他临时外出就医人员备案有效期1年，可随时取消备案。' }")]
    [InlineData("deadlines:", "  - { when: { where: home, outcome: file }, text: 从来不用, quote: '经办人员将在2个工作日完成异地就医备案审批。' }")]
    [InlineData("settlement:", "  - { when: { where: home, outcome: file }, kind: direct, text: 从来不用, quote: '同时不影响在本地定点医药机构的实时结算功能。' }")]
    [InlineData("betterChoices:", "  - { when: { where: home, outcome: file }, change: { reason: referral }, text: 从来不用, quote: '经办人员将在2个工作日完成异地就医备案审批。' }")]
    [InlineData("    documents:", "      - { id: nowhere, when: { where: home, outcome: file }, anyOf: [从来不用], quote: '有效身份证件或社会保障卡' }")]
    public void An_entry_that_goes_with_no_result_is_unused(string section, string entry)
    {
        using var copy = PolicyCopy.OfWujiang().InsertAfter(section, entry);

        var finding = Assert.Single(copy.Findings());

        Assert.Equal(FindingKind.Unused, finding.Kind);
        Assert.Equal(copy.File, finding.File);
        Assert.Equal(copy.LineOf("从来不用"), finding.Line);
    }

    [Fact]
    public void A_policy_with_findings_is_not_loaded()
    {
        using var copy = PolicyCopy.OfWujiang().RemoveItem("outcomes", "student");

        var error = Assert.Throws<PolicyFormatException>(copy.Load);

        Assert.Equal(copy.File, error.File);
        Assert.Equal($"wujiang-medical.yaml:{error.Line}: {copy.Findings()[0].Message}", error.Message);
        Assert.True(error.Line > 1);
    }

    private static void AssertNamesTheNearestRule(PolicyCopy copy, PolicyFinding finding)
    {
        Assert.True(finding.Line > 1);
        Assert.Contains($"'{copy.TextOfLine(finding.Line).Replace("  - id: ", "", StringComparison.Ordinal)}' comes nearest", finding.Message, StringComparison.Ordinal);
    }
}
