using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

public sealed class PlaceRelationTests
{
    private static readonly PlaceCatalog Places = RealKnowledge.Places;

    [Theory]
    [InlineData("jilin-medical", "220000", "220000")]
    [InlineData("jilin-medical", "220200", "220200")]
    [InlineData("jilin-medical", "220281", "220200")]
    [InlineData("jilin-medical", "220000", "220104")]
    [InlineData("jilin-medical", "222400", "220500")]
    [InlineData("jilin-medical", "220281", "440000")]
    [InlineData("changchun-work-injury", "220100", "220000")]
    [InlineData("jiangmen-medical", "440700", "440000")]
    [InlineData("wujiang-medical", "320509", "330400")]
    [InlineData("wujiang-medical", "320509", "320000")]
    [InlineData("national-medical", "110000", "110105")]
    [InlineData("national-medical", "420000", "429004")]
    [InlineData("national-medical", "510000", "440000")]
    public void A_coarse_place_stands_for_all_that_lies_in_it(string id, string insured, string care)
    {
        var relations = RealKnowledge.Policies.Policies.Single(policy => policy.Id == id).Relations;
        var (from, to) = (Places.Find(insured)!, Places.Find(care)!);

        var leaves = 0u;
        foreach (var one in Places.Leaves(insured))
        {
            foreach (var other in Places.Leaves(care).Where(other => other != one || from.Level == to.Level))
            {
                leaves |= PlaceRelation.Possible(relations, Places, one, other);
            }
        }

        Assert.Equal(leaves, PlaceRelation.Possible(relations, Places, from, to));
    }

    [Theory]
    [InlineData("310000", "shanghai")]
    [InlineData("310118", "qingpu")]
    public void A_part_that_counts_only_when_named_is_not_meant_by_the_whole(string care, string relation)
    {
        var wujiang = RealKnowledge.Policies.Policies.Single(policy => policy.Id == "wujiang-medical");

        Assert.Equal(
            1u << wujiang.Dimensions[0].IndexOf(relation),
            PlaceRelation.Possible(wujiang.Relations, Places, Places.Find("320509")!, Places.Find(care)!));
    }
}
