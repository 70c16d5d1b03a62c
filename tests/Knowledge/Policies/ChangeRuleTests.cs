using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>The limits of changing, cancelling and extending are data that rests on its sentence.</summary>
public sealed class ChangeRuleTests
{
    [Theory]
    [InlineData("wujiang-medical", 0, "Cancel", true, null, false, null, null)]
    [InlineData("wujiang-medical", 1, "Cancel", false, 6, false, null, null)]
    [InlineData("changchun-work-injury", 0, "Change Cancel", false, 3, true, null, null)]
    [InlineData("jiangmen-medical", 0, "Extend", false, null, false, 60, Submission.Window)]
    public void The_guides_limits_are_in_the_policies(
        string policy, int entry, string kinds, bool freely, int? months, bool inPrinciple, int? days, Submission? at)
    {
        var rule = RealKnowledge.Policies.Policies.Single(it => it.Id == policy).Changes[entry].Item;

        Assert.Equal((kinds, freely, months), (string.Join(' ', rule.Kinds), rule.Freely, rule.NotWithinMonths));
        Assert.Equal((inPrinciple, days, at), (rule.InPrinciple, rule.AfterDays, rule.At));
    }

    [Theory]
    [InlineData("    notWithinMonths: 6\n", "    notWithinMonths: 5\n", "5个月")]
    [InlineData("    notWithinMonths: 6\n", "    notWithinMonths: 6\n    freely: true\n", "contradict")]
    [InlineData("    notWithinMonths: 6\n", "    notWithinMonths: 6\n    inPrinciple: true\n", "原则上")]
    [InlineData("    notWithinMonths: 6\n", "    freely: true\n", "随时")]
    [InlineData("    kinds: [cancel]\n    freely", "    freely", "'kinds'")]
    [InlineData("    kinds: [cancel]\n    freely", "    kinds: [abolish]\n    freely", "'abolish'")]
    [InlineData("    days: 15\n", "    days: 20\n", "20日")]
    [InlineData("    years: 1\n", "    years: 2\n", "2年")]
    public void A_limit_that_its_sentence_does_not_say_is_refused(string said, string changed, string message)
    {
        using var copy = PolicyCopy.OfWujiang().Replace(said, changed);

        var refused = Assert.Throws<PolicyFormatException>(copy.Read);

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_limits_for_one_filing_type_are_a_conflict()
    {
        using var copy = PolicyCopy.OfWujiang().Replace(
            "change:\n  - when: { filingType: [异地转诊人员, 其他临时外出就医人员] }", "change:\n  - when: { filingType: [异地转诊人员, 其他临时外出就医人员, 常驻异地工作人员] }");

        var finding = Assert.Single(copy.Findings());

        Assert.Equal(FindingKind.Conflict, finding.Kind);
        Assert.Contains("change", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_lengths_of_validity_are_a_conflict()
    {
        using var copy = PolicyCopy.OfWujiang().Replace(
            "  - id: one-year\n    when: { filingType: [异地转诊人员, 其他临时外出就医人员] }", "  - id: one-year\n    when: { filingType: [异地转诊人员, 其他临时外出就医人员, 异地长期居住人员] }");

        Assert.Equal(FindingKind.Conflict, Assert.Single(copy.Findings()).Kind);
    }
}
