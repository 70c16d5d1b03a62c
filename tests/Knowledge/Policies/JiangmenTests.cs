using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>Medical insurance of Jiangmen: three situations, no percentages.</summary>
public sealed class JiangmenTests
{
    private const string Referral = "市外转院申请";
    private const string Long = "单位派驻异地机构工作人员、异地安置退休人员或市外长期居住人员异地就医";
    private const string Acute = "外出期间异地急病就医备案";

    [Theory]
    [InlineData("440100", "reason=referral", Outcome.ProviderFiles, Referral)]
    [InlineData("440100", "reason=referral stage=in-hospital filed=false urgent=true tenDays=within", Outcome.ProviderFiles, Referral)]
    [InlineData("440100", "reason=referral stage=in-hospital filed=false urgent=true tenDays=over", Outcome.Unstated, null)]
    [InlineData("440100", "reason=referral stage=in-hospital filed=false urgent=false", Outcome.Unstated, null)]
    [InlineData("440100", "reason=referral stage=settled filed=false", Outcome.Unstated, null)]
    [InlineData("110000", "reason=posted-work", Outcome.File, Long)]
    [InlineData("110000", "reason=posted-work sixMonths=false", Outcome.NotCovered, null)]
    [InlineData("110000", "reason=long-term-residence", Outcome.File, Long)]
    [InlineData("110000", "reason=long-term-residence sixMonths=false", Outcome.NotCovered, null)]
    [InlineData("110000", "reason=retired-resettlement sixMonths=false", Outcome.File, Long)]
    [InlineData("110000", "reason=student sixMonths=false", Outcome.File, Long)]
    [InlineData("110000", "reason=student stage=settled filed=false", Outcome.Unstated, null)]
    [InlineData("110000", "reason=emergency", Outcome.File, Acute)]
    [InlineData("110000", "reason=emergency stage=in-hospital filed=false tenDays=within", Outcome.File, Acute)]
    [InlineData("110000", "reason=emergency stage=in-hospital filed=false tenDays=over", Outcome.Unstated, null)]
    [InlineData("110000", "reason=emergency stage=settled filed=false", Outcome.Unstated, null)]
    [InlineData("110000", "reason=other-temporary", Outcome.Unstated, null)]
    [InlineData("110000", "careKind=outpatient", Outcome.Unstated, null)]
    [InlineData("810000", "reason=emergency", Outcome.NotCovered, null)]
    [InlineData("820000", "reason=posted-work", Outcome.NotCovered, null)]
    [InlineData("710000", "reason=student", Outcome.NotCovered, null)]
    [InlineData("810000", "reason=retired-resettlement", Outcome.Unstated, null)]
    [InlineData("440784", "", Outcome.Local, null)]
    public void A_case_comes_out_as_the_guide_says_and_no_share_is_invented(string care, string facts, Outcome outcome, string? filingType)
    {
        var determination = Determine(care, facts);

        Assert.Equal(outcome, determination.Outcome);
        Assert.Equal(filingType, determination.FilingType);
        Assert.Equal(TierFormula.Unstated, determination.Tier!.Formula);
        Assert.NotEmpty(determination.Citations);
    }

    [Theory]
    [InlineData("reason=posted-work", "《江门市基本医疗保险异地就医医疗机构申请表》", "本人身份证", "社会保障卡", "单位派驻证明")]
    [InlineData("reason=retired-resettlement", "《江门市基本医疗保险异地就医医疗机构申请表》", "本人安置地身份证、户口簿、居住证等材料")]
    [InlineData("reason=long-term-residence", "《江门市基本医疗保险异地就医医疗机构申请表》", "本人安置地身份证、户口簿、居住证等材料")]
    [InlineData("reason=student", "《江门市基本医疗保险异地就医医疗机构申请表》", "学生证等能证明其学生身份的材料")]
    [InlineData("reason=emergency", "《江门市基本医疗保险非定点医疗机构就医申请表》", "本人身份证", "社会保障卡", "本次急病或抢救住院疾病诊断证明书等资料")]
    public void Each_sub_type_has_its_own_documents(string facts, params string[] documents) =>
        Assert.Equal(documents, Determine("110000", facts).Documents.SelectMany(document => document.AnyOf));

    [Fact]
    public void The_hospital_files_a_referral_with_its_own_form()
    {
        var determination = Determine("440100", "reason=referral");

        Assert.Equal(Submission.Provider, determination.Submission);
        Assert.False(Assert.Single(determination.Documents).ByPerson);
        Assert.Contains(determination.Change, change => change.Text.Contains("超过60天", StringComparison.Ordinal));
        Assert.Contains(determination.Deadlines, deadline => deadline.Text.Contains("转院10日以内", StringComparison.Ordinal));
    }

    [Fact]
    public void An_acute_illness_is_filed_within_ten_days_and_before_discharge() =>
        Assert.Contains("10日以内，而且要在出院以前", Assert.Single(Determine("110000", "reason=emergency").Deadlines).Text);

    [Fact]
    public void There_are_four_ways_to_file_and_one_of_them_is_the_phone() =>
        Assert.Equal(["online", "online", "online", "phone"], Determine("110000", "reason=emergency").Channels.Select(channel => channel.Kind));

    [Theory]
    [InlineData("440783", "开平市 备案电话", "2256983", "开平市 咨询电话", "2212028")]
    [InlineData("440703", "蓬江区 备案电话", "3272917", "蓬江区 咨询电话", "3272933")]
    [InlineData("440785", "恩平市 备案电话", "7812180", "恩平市 咨询电话", "7823037")]
    public void The_phones_of_the_own_district_come_first_with_their_hours(string insured, string first, string firstPhone, string second, string secondPhone)
    {
        var contacts = Cases.Determine("medical", insured, "110000", "reason=emergency").Contacts;

        Assert.Equal([(first, firstPhone), (second, secondPhone)], contacts.Take(2).Select(contact => (contact.Name, contact.Phone!)));
        Assert.Equal(["江门市直 备案电话", "江门市直 咨询电话"], contacts.Skip(2).Take(2).Select(contact => contact.Name));
        Assert.Equal(5, contacts.Count);
        Assert.All(contacts.Take(4), contact => Assert.Equal("工作日上午8:30至12:00,下午14:30至17:30", contact.Hours));
    }

    [Fact]
    public void All_eight_pairs_are_given_while_the_district_is_not_known() =>
        Assert.Equal(16, Cases.Determine("medical", "440700", "110000", "reason=emergency").Contacts.Count(contact => contact.Phone is not null));

    [Fact]
    public void Contacts_are_given_while_a_fact_is_still_missing() =>
        Assert.Equal("2256983", Cases.Determine("medical", "440783", null).Contacts[0].Phone);

    private static Determination Determine(string care, string facts) => Cases.Determine("medical", "440783", care, facts);
}
