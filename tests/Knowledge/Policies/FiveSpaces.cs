namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>The fact spaces of all five guides in one.</summary>
internal static class FiveSpaces
{
    /// <summary>Every eleventh case: 11 divides the number of values of no fact, so that each value meets each other one.</summary>
    public static IReadOnlyList<OracleCase> Sample { get; } =
    [
        .. FactSpace.Cases(FactSpace.Wujiang)
            .Concat(FactSpace.Cases(FactSpace.Jilin))
            .Concat(FactSpace.Cases(FactSpace.National))
            .Concat(FactSpace.Cases(FactSpace.Jiangmen).With(FactSpace.JiangmenFacts))
            .Concat(Changchun())
            .Where((_, i) => i % 11 == 0),
    ];

    /// <summary>Inpatient or not is nothing that the guide of 长春 asks: 可享受异地门诊和住院直接结算服务.</summary>
    public static IEnumerable<OracleCase> Changchun() =>
        FactSpace.Cases(FactSpace.Changchun)
            .Where(c => c.CareKind == "inpatient")
            .Select(c => c with { Scheme = "work-injury" })
            .With(FactSpace.ChangchunFacts);
}
