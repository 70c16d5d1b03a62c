using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Policies;

public sealed class PolicyReaderTests
{
    [Fact]
    public void An_unbroken_copy_is_read()
    {
        using var copy = PolicyCopy.OfJilin();

        Assert.Equal("jilin-medical", Assert.Single(copy.Load().Policies).Id);
    }

    [Fact]
    public void A_quotation_with_one_character_changed_is_refused() =>
        AssertRefused(
            PolicyCopy.OfWujiang().Replace("按原结付比例的80%结付报销。'", "按原结付比例的90%结付报销。'"),
            "按原结付比例的90%结付报销",
            "- name: filed");

    [Fact]
    public void A_step_of_a_channel_with_one_character_changed_is_refused() =>
        AssertRefused(
            PolicyCopy.OfWujiang().Replace("- 微信关注“吴江医保”公众号；", "- 微信关注“吴江医疗”公众号；"), "does not stand in the guide", "- id: wujiang-wechat");

    [Fact]
    public void A_key_that_nothing_reads_is_refused() =>
        AssertRefused(
            PolicyCopy.OfWujiang().Replace("    filingType: 异地转诊人员\n    quotes:", "    filingtype: 异地转诊人员\n    quotes:"),
            "'filingtype' is not known here",
            "- id: referral");

    [Fact]
    public void A_section_that_nothing_reads_is_refused() =>
        AssertRefused(PolicyCopy.OfJilin().Replace("\nnotices:\n", "\nnotes:\n"), "'notes' is not known here", "id: jilin-medical");

    [Fact]
    public void A_fact_that_the_policy_does_not_name_is_refused() =>
        AssertRefused(
            PolicyCopy.OfJilin().Replace("{ where: other-urban, reason: emergency }", "{ where: other-urban, cause: emergency }"),
            "'cause' is not a fact of this policy",
            "cause: emergency");

    [Fact]
    public void A_value_that_a_fact_does_not_have_is_refused() =>
        AssertRefused(
            PolicyCopy.OfJilin().Replace("{ where: other-urban, reason: emergency }", "{ where: other-urban, reason: urgent }"),
            "'urgent' is not a value of reason",
            "reason: urgent");

    [Fact]
    public void An_assumed_value_that_a_fact_does_not_have_is_refused() =>
        AssertRefused(
            PolicyCopy.OfJilin().Replace("assume: inpatient", "assume: hospital"), "'hospital' is not a value of careKind", "- name: careKind");

    [Fact]
    public void A_fact_that_the_catalogue_does_not_have_is_refused() =>
        AssertRefused(PolicyCopy.OfJilin().Replace("  - name: careKind", "  - name: kindOfCare"), "'kindOfCare'", "kindOfCare");

    [Fact]
    public void Silence_without_a_why_is_refused() =>
        AssertRefused(
            PolicyCopy.OfWujiang().Replace("    why: 指南没有说去香港、澳门、台湾看病怎么办。\n", ""), "'why' is missing", "- id: outside-mainland");

    [Fact]
    public void An_outcome_without_a_quotation_is_refused() =>
        AssertRefused(
            PolicyCopy.OfWujiang().Replace("    quotes: ['★沪苏同城免备案：吴江参保人员至上海市就医可“免备案”直接结算，享受“异地转诊”医保待遇。']\n", ""),
            "'quotes' is missing",
            "- id: shanghai");

    [Fact]
    public void An_exclusion_without_a_quotation_is_refused() =>
        AssertRefused(
            PolicyCopy.Of("changchun-work-injury").Replace(
                "    why: 指南写的是在备案的协议机构以外发生的费用，工伤保险基金不付。\n    quotes: ['工伤职工应当在就医前完成备案登记，未按规定办理登记备案手续或在就医地非备案协议机构发生的费用，工伤保险基金不予支付。']\n",
                "    why: 指南写的是在备案的协议机构以外发生的费用，工伤保险基金不付。\n"),
            "'quotes' is missing",
            "- id: other-institution");

    [Theory]
    [InlineData("channels:", "  - { id: uncited, name: 电话, kind: phone }")]
    [InlineData("reviewTime:", "  - { workingDays: 3, text: 三天 }")]
    [InlineData("validity:", "  - { id: uncited, text: 一年, years: 1 }")]
    [InlineData("change:", "  - { id: uncited, text: 随时可以取消 }")]
    [InlineData("deadlines:", "  - { id: uncited, text: 三天以内 }")]
    [InlineData("settlement:", "  - { id: uncited, kind: direct, text: 直接结算 }")]
    [InlineData("betterChoices:", "  - { id: uncited, change: { reason: referral }, text: 先转诊 }")]
    [InlineData("contacts:", "  - { name: 医保热线, phone: '12393' }")]
    [InlineData("    documents:", "      - { id: uncited, anyOf: [驾驶证] }")]
    public void An_entry_without_a_quotation_is_refused(string section, string entry) =>
        AssertRefused(PolicyCopy.OfWujiang().InsertAfter(section, entry), "'quote' is missing", entry);

    [Fact]
    public void A_stated_tier_without_a_quotation_is_refused() =>
        AssertRefused(
            PolicyCopy.OfWujiang().Replace("    quote: '政策结报比例与吴江本地一致'\n", ""), "'quote' is missing", "- id: at-home\n    when: { where: home }\n    tier");

    [Theory]
    [InlineData("formula: local-times, value: 0.8", "formula: local-times")]
    [InlineData("formula: local-times, value: 0.8", "formula: local, value: 0.8")]
    public void A_tier_whose_value_does_not_go_with_its_formula_is_refused(string tier, string broken) =>
        AssertRefused(PolicyCopy.OfWujiang().Replace(tier, broken), "'value' does not go with", "- id: temporary\n    when: { where: [jiangsu, other-province], reason: other-temporary }\n    tier");

    [Fact]
    public void Over_that_names_no_rule_is_refused() =>
        AssertRefused(
            PolicyCopy.OfJilin().Replace("over: [emergency-outside-province]", "over: [emergency-abroad]"),
            "'over' names 'emergency-abroad', which is no outcome rule",
            "- id: emergency-settled");

    [Fact]
    public void A_filing_type_that_is_not_listed_is_refused() =>
        AssertRefused(
            PolicyCopy.OfJilin().Replace("    filingType: 转诊转院", "    filingType: 转诊"), "'转诊' is not among filingTypes", "- id: referral");

    [Fact]
    public void Two_rules_of_one_name_are_refused() =>
        AssertRefused(PolicyCopy.OfJilin().Replace("  - id: same-prefecture\n", "  - id: at-home\n"), "share an id", "id: jilin-medical");

    [Fact]
    public void A_place_that_does_not_exist_is_refused() =>
        AssertRefused(PolicyCopy.OfWujiang().Replace("within: [\"310118\"]", "within: [\"319999\"]"), "no place with code 319999", "319999");

    [Fact]
    public void A_guide_that_does_not_exist_is_refused() =>
        AssertRefused(PolicyCopy.OfWujiang().Replace("guide: wujiang-medical", "guide: wujiang"), "there is no guide 'wujiang'", "id: wujiang-medical");

    [Theory]
    [InlineData("{ where: home }", "{ where: home", "{ where: home\n")]
    [InlineData("quotes: ['同时不影响在本地定点医药机构的实时结算功能。']", "quotes: ['同时不影响在本地定点医药机构的实时结算功能。'", "- id: inside-suzhou")]
    [InlineData("    outcome: exempt\n", "\toutcome: exempt\n", "\toutcome: exempt")]
    [InlineData("    outcome: exempt\n", "   outcome: exempt\n", "   outcome: exempt\n")]
    public void Broken_yaml_is_refused_where_it_breaks(string words, string broken, string at) =>
        AssertRefused(PolicyCopy.OfWujiang().Replace(words, broken), "", at, linesBelow: 1);

    [Fact]
    public void A_file_that_is_no_mapping_is_refused() =>
        AssertRefused(PolicyCopy.OfJilin().Replace("# Jilin Province", "- a list\n---\n# Jilin Province"), "a mapping is expected", "- a list");

    [Fact]
    public void A_key_written_twice_is_refused() =>
        AssertRefused(PolicyCopy.OfWujiang().Replace("    outcome: local\n", "    outcome: local\n    outcome: exempt\n"), "", "outcome: exempt", linesBelow: 1);

    [Fact]
    public void A_better_choice_that_changes_an_unknown_fact_is_refused() =>
        AssertRefused(PolicyCopy.OfWujiang().Replace("change: { reason: referral }", "change: { cause: referral }"), "'cause'", "change: { cause");

    [Fact]
    public void A_better_choice_that_changes_to_an_unknown_value_is_refused() =>
        AssertRefused(PolicyCopy.OfWujiang().Replace("change: { reason: referral }", "change: { reason: refered }"), "'refered'", "change: { reason: refered");

    [Fact]
    public void A_commitment_that_stands_in_for_an_unknown_document_is_refused() =>
        AssertRefused(PolicyCopy.OfWujiang().Replace("replaces: [resettlement-proof,", "replaces: [settlement-proof,"), "'settlement-proof'", "replaces: [");

    [Fact]
    public void Relations_that_leave_a_place_out_are_refused() =>
        AssertRefused(PolicyCopy.OfWujiang().Replace("within: [\"*\"]", "within: [\"110000\"]"), "", "id: wujiang-medical", linesBelow: 30);

    /// <param name="at">Words that stand in the line named, or at most <paramref name="linesBelow"/> above it.</param>
    private static void AssertRefused(PolicyCopy broken, string message, string at, int linesBelow = 0)
    {
        using var copy = broken;

        var error = Assert.Throws<PolicyFormatException>(copy.Load);

        Assert.Equal(copy.File, error.File);
        Assert.StartsWith($"{Path.GetFileName(copy.File)}:{error.Line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.True(error.Line >= copy.LineOf(at) && error.Line <= copy.LineOf(at) + linesBelow, $"line {copy.LineOf(at)} is meant: {error.Message} {error.InnerException}");
    }
}
