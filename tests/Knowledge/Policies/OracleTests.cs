using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>The two policies against an oracle that was written from the guides alone, over the whole fact space.</summary>
public sealed class OracleTests
{
    [Fact]
    public void Wujiang_decides_every_case_as_its_guide_read_a_second_time() =>
        AssertSame(FactSpace.Cases(FactSpace.Wujiang), WujiangOracle.Decide);

    [Fact]
    public void Jilin_decides_every_case_as_its_guide_read_a_second_time() =>
        AssertSame(FactSpace.Cases(FactSpace.Jilin), JilinOracle.Decide);

    private static void AssertSame(IEnumerable<OracleCase> cases, Func<OracleCase, OracleAnswer> oracle)
    {
        var compared = cases.ToList();
        var differences =
            from c in compared
            let policy = RealKnowledge.Determiner.Determine(FactSpace.SituationOf(c))
            from difference in OracleComparison.Differences(c, oracle(c), policy)
            group c by difference into same
            orderby same.Count() descending
            select $"{same.Count()} × {same.Key}\n      e.g. {string.Join("\n           ", same.Take(3))}";

        var report = differences.ToList();
        Assert.True(report.Count == 0, $"{compared.Count} cases compared; different:\n{string.Join('\n', report)}");
    }
}
