namespace PolicyBot.Knowledge.Policies.Pages;

/// <summary>The values of a policy as a policy officer says them.</summary>
internal sealed class PageWords(Policy policy, FactCatalog facts)
{
    private const string Always = "所有情况";

    /// <summary>When an entry holds: 就医地：省内其他市；原因：… .</summary>
    public string When(Condition condition)
    {
        var parts = policy.Dimensions.Select((dimension, i) => Part(dimension, condition.Masks[i])).OfType<string>().ToList();
        if (condition.Outcomes is { } outcomes)
        {
            parts.Add($"结论：{string.Join("、", outcomes.Select(Of))}");
        }

        if (condition.FilingTypes is { } types)
        {
            parts.Add($"备案类型：{string.Join("、", types)}");
        }

        return parts.Count == 0 ? Always : string.Join("；", parts);
    }

    private string Name(string dimension) => dimension switch
    {
        "where" => "就医地",
        "reason" => "原因",
        "careKind" => "哪一种就医",
        "stage" => "到哪一步",
        "filed" => "备过案没有",
        "service" => "办什么",
        "applicant" => "谁来办",
        "residence" => "户口还是居住证",
        _ => facts.Find(dimension)?.Prompt.TrimEnd('？', '?') ?? dimension,
    };

    public string Label(string dimension, string value) => dimension == "where"
        ? policy.Relations.First(relation => relation.Id == value).Label
        : facts.Find(dimension)?.Options.FirstOrDefault(option => option.Value == value)?.Label ?? value;

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.File => "要备案",
        Outcome.Exempt => "不用备案",
        Outcome.ProviderFiles => "由医院办理",
        Outcome.Local => "不算异地",
        Outcome.NotCovered => "指南不包括",
        _ => "指南没有写",
    };

    public static string Of(TierRule tier) => tier.Formula switch
    {
        TierFormula.Local => "和本地一样",
        TierFormula.LocalMinusPoints => $"本地比例减{tier.Value:0.##}个百分点",
        TierFormula.LocalTimes => $"本地比例乘{tier.Value:0.##}",
        TierFormula.SelfPayFirst => $"个人先付{tier.Value:0.##}%，其余按本地比例",
        TierFormula.None => "基金不付",
        _ => "指南没有写",
    };

    public static string Of(Submission submission) => submission switch
    {
        Submission.Online => "网上提交",
        Submission.Window => "到窗口提交",
        Submission.Provider => "由医院提交",
        _ => "不用提交",
    };

    /// <summary>The limits that the program holds to, in words.</summary>
    public static string Limits(ChangeRule rule)
    {
        var kinds = string.Join("、", rule.Kinds.Select(kind => kind switch { ChangeKind.Cancel => "取消", ChangeKind.Extend => "延期", _ => "变更" }));
        var limits = new[]
        {
            rule.Freely ? "随时" : null, rule.NotWithinMonths is { } months ? $"{months}个月以后" : null, rule.InPrinciple ? "原则上" : null,
            rule.AfterDays is { } days ? $"超过{days}天" : null, rule.At is { } at ? Of(at) : null,
        }.OfType<string>();
        return string.Join("，", limits.Prepend(kinds));
    }

    public static string Kind(string kind) => kind switch
    {
        "online" => "网上", "window" => "窗口", "phone" => "电话", "fax" => "传真", "kiosk" => "自助机",
        "direct" => "直接结算", "manual" => "零星（手工）报销",
        "medical" => "基本医疗保险", "work-injury" => "工伤保险",
        "applicant" => "申请人填", "doctor" => "医生填", "expert" => "专家填", "agency" => "经办机构填",
        _ => kind,
    };

    /// <summary>What a condition says of one fact; null where it says nothing.</summary>
    private string? Part(Dimension dimension, uint mask)
    {
        var held = dimension.Values.Where((_, i) => (mask & (1u << i)) != 0).ToList();
        var others = dimension.Values.Except(held).ToList();
        return others.Count == 0 ? null
            : others.Count * 2 < held.Count ? $"{Name(dimension.Name)}：除“{Labels(others)}”以外"
            : $"{Name(dimension.Name)}：{Labels(held)}";

        string Labels(List<string> values) => string.Join(" / ", values.Select(value => Label(dimension.Name, value)));
    }
}
