using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>Reader and checker on all five policies, and on broken copies of the three that say more.</summary>
public sealed class FivePoliciesTests
{
    public static TheoryData<string> Policies() => [.. RealKnowledge.Policies.Policies.Select(policy => policy.Id)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_has_no_gap_no_conflict_no_dead_rule_and_no_unused_entry(string id)
    {
        var report = PolicyChecker.Check(RealKnowledge.Policies.Policies.Single(policy => policy.Id == id));

        Assert.Empty(report.Findings);
        Assert.True(report.Combinations > 100);
    }

    [Theory]
    [InlineData("changchun-work-injury", "when: { where: in-province, reason: [student, emergency, other-temporary] }", "when: { where: in-province, reason: [student, emergency] }", FindingKind.Gap)]
    [InlineData("jiangmen-medical", "    over: [emergency]\n    when: { where: outside-city, careKind: inpatient, reason: emergency, stage: settled", "    when: { where: outside-city, careKind: inpatient, reason: emergency, stage: settled", FindingKind.Conflict)]
    [InlineData("national-medical", "outcomes:\n", "outcomes:\n  - { id: never, over: [], when: { where: same-province, careKind: [] }, outcome: unstated, why: 没有写 }\n", FindingKind.DeadRule)]
    [InlineData("jiangmen-medical", "when: { filingType: 市外转院申请, urgent: \"false\" }", "when: { filingType: 市外转院申请, reason: emergency }", FindingKind.Unused)]
    [InlineData("changchun-work-injury", "note: 可在协议机构领取或经办机构网站下载, form: care-form,", "note: 可在协议机构领取或经办机构网站下载,", FindingKind.Unused)]
    public void A_broken_copy_is_found_with_its_file_and_line(string id, string right, string wrong, FindingKind kind)
    {
        using var copy = PolicyCopy.Of(id).Replace(right, wrong);

        var finding = copy.Findings().First(found => found.Kind == kind);

        Assert.EndsWith(id + ".yaml", finding.File);
        Assert.True(finding.Line > 0);
    }

    [Theory]
    [InlineData("changchun-work-injury", "最长不超过6个月，有效期内", "最长不超过9个月，有效期内")]
    [InlineData("changchun-work-injury", "label: 工伤部位", "label: 受伤部位")]
    [InlineData("changchun-work-injury", "options: [无法诊断, 无法治疗]", "options: [无法诊断, 不愿治疗]")]
    [InlineData("changchun-work-injury", "form: device-form, under", "form: another-form, under")]
    [InlineData("jiangmen-medical", "phone: \"2256983\"", "phone: \"2256984\"")]
    [InlineData("jiangmen-medical", "工作日上午8:30至12:00", "工作日上午9:00至12:00")]
    [InlineData("national-medical", "    guide: jilin-medical\n    there: 就诊医院可直接上传急诊信息", "    guide: jilin-medical\n    there: 就诊医院可以上传急诊信息")]
    public void What_does_not_stand_in_the_guide_is_refused_with_its_file_and_line(string id, string right, string wrong)
    {
        using var copy = PolicyCopy.Of(id).Replace(right, wrong);

        var problem = Assert.Throws<PolicyFormatException>(copy.Read);

        Assert.Matches(id + @"\.yaml.*\d+", problem.Message);
    }
}
