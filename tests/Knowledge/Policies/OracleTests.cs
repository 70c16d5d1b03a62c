using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>The five policies against oracles that were written from the guides alone, over the whole fact space.</summary>
public sealed class OracleTests
{
    [Fact]
    public void Wujiang_decides_every_case_as_its_guide_read_a_second_time() =>
        AssertSame(FactSpace.Cases(FactSpace.Wujiang), WujiangOracle.Decide);

    [Fact]
    public void Jilin_decides_every_case_as_its_guide_read_a_second_time() =>
        AssertSame(FactSpace.Cases(FactSpace.Jilin), JilinOracle.Decide);

    [Fact]
    public void Changchun_decides_every_case_as_its_guide_read_a_second_time() =>
        AssertSame(FiveSpaces.Changchun(), ChangchunOracle.Decide);

    [Fact]
    public void Jiangmen_decides_every_case_as_its_guide_read_a_second_time() =>
        AssertSame(FactSpace.Cases(FactSpace.Jiangmen).With(FactSpace.JiangmenFacts), JiangmenOracle.Decide);

    [Fact]
    public void Jiangmen_gives_the_two_numbers_of_every_district_and_the_office_hours()
    {
        foreach (var (place, (filing, asking)) in JiangmenOracle.Phones)
        {
            var situation = FactSpace.SituationOf(new(place, "440100", "emergency", "inpatient", "in-hospital", Filed: false));
            var contacts = RealKnowledge.Determiner.Determine(situation).Contacts;

            Assert.Equal([filing, asking], contacts.Take(2).Select(contact => contact.Phone));
            Assert.EndsWith("备案电话", contacts[0].Name, StringComparison.Ordinal);
            Assert.EndsWith("咨询电话", contacts[1].Name, StringComparison.Ordinal);
            Assert.All(contacts.Where(contact => contact.Phone is not null), contact => Assert.Equal("工作日上午8:30至12:00,下午14:30至17:30", contact.Hours));
        }
    }

    [Fact]
    public void National_decides_every_case_as_its_article_read_a_second_time() =>
        AssertSame(FactSpace.Cases(FactSpace.National), NationalOracle.Decide);

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
