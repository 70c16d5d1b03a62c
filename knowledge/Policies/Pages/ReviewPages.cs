namespace PolicyBot.Knowledge.Policies.Pages;

/// <summary>What the officer must look at most: contradictions, silence, what the checker found; and the lines to sign.</summary>
internal static class ReviewPages
{
    public static void Write(PageWriter page, Policy policy, PageWords words)
    {
        page.Section("指南前后不一致的地方");
        page.Table("没有发现。", ["不一致在哪里，现在按哪一句", "这份指南", "另一处"], policy.Contradictions.Select(it => new[]
        {
            it.Text, PageWriter.Quotes([it.Here]), $"{PageWriter.Quotes([it.There])}{(it.There.Guide == policy.Guide.Id ? "" : $"——{it.There.Guide}")}",
        }));

        page.Section("指南没有写、或者不包括的事");
        var silent = Silent(policy, words).ToList();
        page.List(silent.Count > 0 ? silent : ["没有发现。"]);

        page.Section("程序检查");
        var report = PolicyChecker.Check(policy);
        page.Paragraph($"走过 {report.Combinations} 种组合，判定规则 {report.OutcomeRules} 条，待遇规则 {report.TierRules} 条，发现问题 {report.Findings.Count} 个。每一句引文都在指南里逐字核对过。");
        if (report.Findings.Count > 0)
        {
            page.List(report.Findings.Select(finding => $"第{finding.Line}行：{finding.Message}"));
        }

        page.Section("审阅意见和签字");
        page.Paragraph("□ 与指南一致，可以使用　　□ 修改后再审（意见写在下面）");
        page.Paragraph("意见：______________________________________________________________");
        page.Paragraph("编写人：______________　日期：______年____月____日");
        page.Paragraph("复核人：______________　日期：______年____月____日");
        page.Paragraph("政策负责人（签字）：______________　单位（盖章）：______________　日期：______年____月____日");
    }

    private static IEnumerable<string> Silent(Policy policy, PageWords words) =>
    [
        .. policy.Outcomes.Where(rule => rule.Outcome is Outcome.Unstated or Outcome.NotCovered)
            .Select(rule => $"判定（{words.When(rule.When)}）：{rule.Why}"),
        .. policy.Tiers.Where(rule => rule.Formula == TierFormula.Unstated).Select(rule => $"待遇（{words.When(rule.When)}）：{rule.Label}"),
        .. policy.FilingTypes.Where(type => type.Documents.Count == 0).Select(type => $"“{type.Name}”要交哪些材料"),
        .. new[]
        {
            policy.Channels.Count == 0 ? "在哪里办" : null, policy.ReviewTimes.Count == 0 ? "备案要审多久" : null,
            policy.Validities.Count == 0 ? "备案管多久" : null, policy.Changes.Count == 0 ? "怎么变更和取消" : null,
            policy.Guide.HoldsUntil is null ? "指南管到哪一天" : null,
        }.OfType<string>(),
    ];
}
