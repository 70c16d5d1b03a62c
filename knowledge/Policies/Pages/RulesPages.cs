namespace PolicyBot.Knowledge.Policies.Pages;

/// <summary>What decides: places, facts, outcomes, filing types with their documents, tiers.</summary>
internal static class RulesPages
{
    private static readonly IReadOnlyList<string> DocumentColumns = ["材料（同一格里任选一种）", "什么情况", "说明", "指南原文"];

    public static void Write(PageWriter page, Policy policy, FactCatalog facts, PageWords words)
    {
        page.Section("要问清楚的事");
        page.Paragraph("就医地从上往下对，先对上的算：" + string.Join("；", policy.Relations.Select((relation, i) => $"{i + 1}. {relation.Label}")) + "。");
        page.Table("没有。", ["问什么", "回答", "没有说时按哪一种", "指南原文"], policy.Dimensions.Skip(1).Select(dimension => new[]
        {
            facts.Find(dimension.Name)?.Prompt ?? dimension.Name, string.Join(" / ", dimension.Values.Select(value => words.Label(dimension.Name, value))),
            dimension.Assume >= 0 ? words.Label(dimension.Name, dimension.Values[dimension.Assume]) : "一定要问", PageWriter.Quotes([dimension.Cite]),
        }));

        page.Section("判定");
        page.Table("没有规则。", ["规则", "什么情况", "结论", "优先于", "指南原文"], policy.Outcomes.Select(rule => new[]
        {
            rule.Id, words.When(rule.When),
            PageWords.Of(rule.Outcome) + (rule.FilingType is { } type ? $"，按“{type}”" : "") + (rule.Why is { } why ? $"：{why}" : ""),
            string.Join("、", rule.Over), PageWriter.Quotes(rule.Cites),
        }));

        page.Section("备案类型和材料");
        foreach (var type in policy.FilingTypes)
        {
            page.Heading(type.Name);
            page.Table("指南没有写要交哪些材料。", DocumentColumns, type.Documents.Select(entry => Document(entry, words)));
        }

        if (policy.FilingTypes.Count == 0)
        {
            page.Paragraph("没有备案类型。");
        }

        page.Section("报多少（待遇档次）");
        page.Table("指南没有写。", ["规则", "什么情况", "待遇", "怎么算", "优先于", "指南原文"], policy.Tiers.Select(rule => new[]
        {
            rule.Id, words.When(rule.When), rule.Label, PageWords.Of(rule), string.Join("、", rule.Over), PageWriter.Quotes(rule.Cites),
        }));
    }

    public static void Documents(PageWriter page, IEnumerable<Entry<DocumentRequirement>> documents, PageWords words) =>
        page.Table("没有另外的材料。", DocumentColumns, documents.Select(entry => Document(entry, words)));

    private static string[] Document(Entry<DocumentRequirement> entry, PageWords words) =>
    [
        string.Join("\n或 ", entry.Item.AnyOf), words.When(entry.When),
        string.Join("；", new[] { entry.Item.ByPerson ? null : "参保人不用带", entry.Item.Note }.OfType<string>()), PageWriter.Quotes(entry.Cites),
    ];
}
