using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>Work injury, insured in Changchun: what the guide says, case by case.</summary>
public sealed class ChangchunTests
{
    private const string Care = "异地医疗（康复）备案：";
    private const string Device = "异地配置辅助器具备案：";

    private static Policy Policy => RealKnowledge.Policies.Policies.Single(policy => policy.Id == "changchun-work-injury");

    [Theory]
    [InlineData("220200", "reason=referral", Outcome.File, TierFormula.Unstated)]
    [InlineData("220281", "reason=posted-work", Outcome.File, TierFormula.Unstated)]
    [InlineData("222401", "reason=long-term-residence residence=permit", Outcome.File, TierFormula.Unstated)]
    [InlineData("220200", "reason=referral stage=settled filed=false", Outcome.NotCovered, TierFormula.None)]
    [InlineData("220200", "reason=referral stage=in-hospital filed=false", Outcome.Unstated, TierFormula.None)]
    [InlineData("220200", "reason=referral stage=settled filed=true institution=filed", Outcome.File, TierFormula.Unstated)]
    [InlineData("220200", "reason=referral stage=settled filed=true institution=other", Outcome.NotCovered, TierFormula.None)]
    [InlineData("220200", "reason=referral filed=true institution=other", Outcome.NotCovered, TierFormula.None)]
    [InlineData("220200", "reason=emergency", Outcome.Unstated, TierFormula.Unstated)]
    [InlineData("220200", "reason=emergency stage=settled filed=false", Outcome.Unstated, TierFormula.Unstated)]
    [InlineData("220200", "reason=other-temporary stage=settled filed=false", Outcome.NotCovered, TierFormula.None)]
    [InlineData("220200", "reason=student", Outcome.Unstated, TierFormula.Unstated)]
    [InlineData("220200", "reason=referral injuryConfirmed=false", Outcome.NotCovered, TierFormula.Unstated)]
    [InlineData("220200", "reason=referral benefitsInOrder=false", Outcome.NotCovered, TierFormula.Unstated)]
    [InlineData("110000", "", Outcome.Unstated, TierFormula.Unstated)]
    [InlineData("810000", "", Outcome.Unstated, TierFormula.Unstated)]
    [InlineData("220182", "", Outcome.Local, TierFormula.Unstated)]
    public void A_case_comes_out_as_the_guide_says(string care, string facts, Outcome outcome, TierFormula formula)
    {
        var determination = Determine(care, facts);

        Assert.Equal("changchun-work-injury", determination.Policy);
        Assert.Equal(outcome, determination.Outcome);
        Assert.Equal(formula, determination.Tier!.Formula);
        Assert.NotEmpty(determination.Citations);
    }

    [Theory]
    [InlineData("reason=long-term-residence residence=registered applicant=self", Care + "异地居住", "工伤认定决定书", "户籍相关材料（如户口已迁至就医地）")]
    [InlineData("reason=long-term-residence residence=permit applicant=self", Care + "异地居住", "工伤认定决定书", "居住证|居住证明（如在就医地租房）")]
    [InlineData("reason=retired-resettlement residence=registered applicant=self", Care + "异地居住", "工伤认定决定书", "户籍相关材料（如户口已迁至就医地）")]
    [InlineData("reason=posted-work applicant=self", Care + "异地工作", "工伤认定决定书", "参保地工作单位派出证明|异地工作单位证明|劳动合同")]
    [InlineData("reason=posted-work service=rehabilitation applicant=agent", Care + "异地工作", "工伤认定决定书", "参保地工作单位派出证明|异地工作单位证明|劳动合同", "代办人身份证")]
    [InlineData("reason=referral applicant=self", Care + "转诊转院", "工伤认定决定书", "《工伤保险异地就医（康复）直接结算备案表》")]
    [InlineData("reason=referral applicant=agent", Care + "转诊转院", "工伤认定决定书", "《工伤保险异地就医（康复）直接结算备案表》", "代办人身份证")]
    [InlineData("service=assistive-device reason=long-term-residence residence=permit firstDevice=false applicant=self", Device + "异地居住", "工伤认定决定书", "《工伤保险跨省异地配置辅助器具直接结算备案表》", "居住证|居住证明（如在就医地租房）")]
    [InlineData("service=assistive-device reason=posted-work firstDevice=false applicant=self", Device + "异地工作", "工伤认定决定书", "《工伤保险跨省异地配置辅助器具直接结算备案表》", "参保地工作单位派出证明|异地工作单位证明|劳动合同")]
    [InlineData("service=assistive-device reason=referral firstDevice=false applicant=agent", Device + "转诊转院", "工伤认定决定书", "《工伤保险跨省异地配置辅助器具直接结算备案表》", "参保地协议机构转诊转院意见", "代办人身份证")]
    [InlineData("service=assistive-device reason=referral firstDevice=true applicant=self", Device + "转诊转院", "工伤认定决定书原件", "劳动能力鉴定表原件", "《工伤保险跨省异地配置辅助器具直接结算备案表》", "参保地协议机构转诊转院意见")]
    public void Each_scenario_asks_for_the_documents_of_its_table(string facts, string filingType, params string[] documents)
    {
        var determination = Determine("220200", facts);

        Assert.Equal(filingType, determination.FilingType);
        Assert.Equal(documents, determination.Documents.Select(document => string.Join('|', document.AnyOf)));
    }

    [Fact]
    public void A_document_is_cited_from_the_table_that_it_stands_in() =>
        Assert.All(
            Determine("220200", "service=assistive-device reason=posted-work firstDevice=false").Documents,
            document => Assert.Equal("五、所需要件 › 异地配置辅助器具备案所需要件", document.Cite.Section));

    [Theory]
    [InlineData("treatment", "工伤保险省内异地就医（康复）直接结算备案表")]
    [InlineData("assistive-device", "工伤保险省内异地配置辅助器具直接结算备案表")]
    public void A_remark_is_cited_from_the_form_that_it_stands_below(string service, string form)
    {
        // Both forms have the same first remark.
        var remark = Determine("220200", $"reason=referral firstDevice=false service={service}").Notices
            .Single(notice => notice.Text.StartsWith("备案表一式二份", StringComparison.Ordinal));

        Assert.StartsWith(form, remark.Cite!.Section, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", FactNames.Reason)]
    [InlineData("reason=long-term-residence", FactNames.Residence)]
    [InlineData("reason=referral service=assistive-device", "firstDevice")]
    [InlineData("reason=referral stage=settled", FactNames.Filed)]
    [InlineData("reason=referral stage=settled filed=true", "institution")]
    public void What_still_decides_is_asked(string facts, string fact) => Assert.Equal(fact, Determine("220200", facts).Ask!.Fact);

    [Fact]
    public void A_conversation_asks_for_confirmation_and_service_but_not_for_what_the_notices_say()
    {
        var asked = new List<string>();
        var situation = Cases.Situation("work-injury", "220104", "220200", "reason=posted-work");
        while (RealKnowledge.Determiner.DetermineAsking(situation).Ask is { } ask)
        {
            asked.Add(ask.Fact);
            situation = situation.With(ask.Fact, ask.Options[0].Value);
        }

        Assert.Equal(["injuryConfirmed", FactNames.Service, FactNames.Stage], asked);
    }

    [Fact]
    public void Filing_is_at_the_window_only()
    {
        var determination = Determine("220200", "reason=referral");

        Assert.Equal(Submission.Window, determination.Submission);
        Assert.Equal(["window"], determination.Channels.Select(channel => channel.Kind));
        Assert.Null(RealKnowledge.Determiner.FormFor(determination));
    }

    [Fact]
    public void A_referral_holds_at_most_six_months_and_is_filed_again_afterwards()
    {
        var determination = Determine("220200", "reason=referral");

        Assert.Equal(6, determination.Validity!.Months);
        Assert.Contains(determination.Deadlines, deadline => deadline.Text.Contains("重新备案", StringComparison.Ordinal));
        Assert.Contains(determination.Notices, notice => notice.Text.Contains("选定1家", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("long-term-residence residence=permit")]
    [InlineData("posted-work")]
    public void Living_or_working_away_holds_until_the_condition_ends_and_is_not_changed_within_three_months(string reason)
    {
        var determination = Determine("220200", "reason=" + reason);

        Assert.Contains("长期有效", determination.Validity!.Text);
        Assert.Contains(determination.Change, change => change.Text.Contains("3个月", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("referral", true)]
    [InlineData("posted-work", false)]
    public void Travel_is_paid_for_referrals_only_and_at_home(string reason, bool paid)
    {
        var determination = Determine("220200", "reason=" + reason);

        Assert.Equal(paid, determination.Settlement.Any(settlement => settlement is { Kind: "manual" } && settlement.Text.Contains("交通费", StringComparison.Ordinal)));
        Assert.Equal(!paid, determination.Notices.Any(notice => notice.Text.Contains("交通费、食宿费不报", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_device_above_the_limit_is_not_paid_and_one_institution_is_chosen() =>
        Assert.Contains(
            Determine("220200", "reason=referral service=assistive-device firstDevice=false").Notices,
            notice => notice.Text.Contains("最高支付限额", StringComparison.Ordinal) && notice.Text.Contains("1家", StringComparison.Ordinal));

    [Fact]
    public void A_day_before_the_start_is_warned_of()
    {
        var situation = Cases.Situation("work-injury", "220104", "220200", "reason=referral") with { AsOf = new DateOnly(2024, 7, 31) };

        Assert.Contains(RealKnowledge.Determiner.Determine(situation).Notices, notice => notice.Text.Contains("2024年8月1日起", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_paid_without_a_filing()
    {
        var situation = Cases.Situation("work-injury", "220104", "220200", "reason=referral stage=settled filed=false") with { LocalShare = 1m, EligibleCost = 20000m };

        var tier = RealKnowledge.Determiner.Determine(situation).Tier!;

        Assert.Equal(0m, tier.ExpectedShare);
        Assert.Equal(0m, tier.ExpectedPayment);
    }

    [Fact]
    public void The_two_forms_have_their_fields_boxes_and_remarks()
    {
        var (care, device) = (Policy.PaperForms[0], Policy.PaperForms[1]);

        Assert.Equal(["工伤职工基本信息", "备案信息", "初诊医师意见（转诊转院填写）", "会诊专家意见（转诊转院填写）", "就医地", "参保地经办机构意见"], care.Sections.Select(section => section.Title));
        Assert.Equal(["异地就医（转诊转院）人员", "异地康复（转诊转院）人员", "异地长期居住人员", "常驻异地工作人员"], care.Sections[1].Fields[1].Options.Select(option => option.Label));
        Assert.Equal(10, device.Sections.Single(section => section.Title == "辅助器具基本信息").Rows);
        Assert.All(device.Sections.Skip(1), section => Assert.Equal("agency", section.FilledBy));
        Assert.Equal([5, 5], Policy.PaperForms.Select(form => form.Remarks.Count));
        Assert.StartsWith(device.Title, device.Sections[^1].Cite.Section, StringComparison.Ordinal);
    }

    [Fact]
    public void The_form_that_a_document_is_can_be_found() =>
        Assert.Equal("care-form", Determine("220200", "reason=referral").Documents.Single(document => document.Form is not null).Form);

    [Fact]
    public void The_two_names_of_the_device_form_are_kept_as_a_contradiction_and_told_to_the_person()
    {
        var contradiction = Policy.Contradictions.Single(known => known.Id == "device-form-name");

        Assert.Contains("跨省", contradiction.Here.Quote);
        Assert.Contains("省内", contradiction.There.Quote);
        Assert.Contains(
            Determine("220200", "reason=referral service=assistive-device firstDevice=false").Notices,
            notice => notice.Text.Contains("“跨省”", StringComparison.Ordinal));
    }

    private static Determination Determine(string care, string facts) => Cases.Determine("work-injury", "220104", care, facts);
}
