using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>The old general article: only where no local policy speaks, only for inpatient care in another province.</summary>
public sealed class NationalTests
{
    private static Policy Policy => RealKnowledge.Policies.Policies.Single(policy => policy.General);

    [Theory]
    [InlineData("110000", "reason=long-term-residence", Outcome.File, "异地长期居住人员")]
    [InlineData("110000", "reason=retired-resettlement", Outcome.File, "异地安置退休人员")]
    [InlineData("440300", "reason=posted-work", Outcome.File, "异地常驻工作人员")]
    [InlineData("440300", "reason=referral", Outcome.File, "符合参保地转诊人员")]
    [InlineData("440300", "reason=referral stage=in-hospital filed=false", Outcome.Unstated, null)]
    [InlineData("440300", "reason=referral stage=in-hospital filed=true", Outcome.File, "符合参保地转诊人员")]
    [InlineData("440300", "reason=emergency", Outcome.Unstated, null)]
    [InlineData("440300", "reason=student", Outcome.Unstated, null)]
    [InlineData("440300", "reason=other-temporary", Outcome.Unstated, null)]
    [InlineData("440300", "careKind=outpatient", Outcome.Unstated, null)]
    [InlineData("510300", "", Outcome.Unstated, null)]
    [InlineData("510104", "", Outcome.Unstated, null)]
    [InlineData("810000", "", Outcome.Unstated, null)]
    public void A_place_without_a_guide_gets_only_what_the_article_says(string care, string facts, Outcome outcome, string? filingType)
    {
        var determination = Cases.Determine("medical", "510100", care, facts);

        Assert.Equal("national-medical", determination.Policy);
        Assert.Equal(outcome, determination.Outcome);
        Assert.Equal(filingType, determination.FilingType);
        Assert.Equal(TierFormula.Unstated, determination.Tier!.Formula);
    }

    [Fact]
    public void It_says_first_that_it_is_general_and_last_that_it_is_old()
    {
        var notices = Cases.Determine("medical", "510100", "440300", "reason=referral").Notices;

        Assert.Contains("全国一般情况的旧文章", notices[0].Text);
        Assert.Contains("2018年", notices[^1].Text);
    }

    [Theory]
    [InlineData("110000", true)]
    [InlineData("120000", true)]
    [InlineData("310000", true)]
    [InlineData("500000", true)]
    [InlineData("460100", true)]
    [InlineData("540100", true)]
    [InlineData("440300", false)]
    public void In_six_provinces_filing_to_the_province_is_enough(string care, bool enough) =>
        Assert.Equal(enough, Cases.Determine("medical", "510100", care, "reason=referral").Notices
            .Any(notice => notice.Text.Contains("不用备案到地市和区县", StringComparison.Ordinal)));

    [Fact]
    public void Phone_fax_web_and_kiosk_are_shown_as_offered_in_some_places()
    {
        var channels = Cases.Determine("medical", "510100", "440300", "reason=referral").Channels;

        Assert.Equal(["window", "phone", "fax", "online", "kiosk"], channels.Select(channel => channel.Kind));
        Assert.All(channels.Skip(1), channel => Assert.Contains("一些地方", channel.Note));
    }

    [Fact]
    public void Nothing_is_filed_through_us_for_a_place_that_we_do_not_know() =>
        Assert.Null(RealKnowledge.Determiner.FormFor(Cases.Determine("medical", "510100", "440300", "reason=referral")));

    [Theory]
    [InlineData("220281", "jilin-medical")]
    [InlineData("320509", "wujiang-medical")]
    [InlineData("440783", "jiangmen-medical")]
    public void A_local_policy_goes_before_it(string insured, string policy) =>
        Assert.Equal(policy, Cases.Determine("medical", insured, "110000", "reason=referral").Policy);

    [Fact]
    public void It_contradicts_every_local_guide_of_its_scheme_and_both_sentences_are_kept()
    {
        Assert.Equal(
            ["jiangmen-medical", "jilin-medical", "national-medical", "wujiang-medical"],
            Policy.Contradictions.Select(contradiction => contradiction.There.Guide).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Policy.Contradictions, contradiction => Assert.Equal("national-medical", contradiction.Here.Guide));
    }
}
