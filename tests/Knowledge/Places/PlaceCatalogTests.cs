using static PolicyBot.Tests.Knowledge.Places.Shared;

namespace PolicyBot.Tests.Knowledge.Places;

public sealed class PlaceCatalogTests
{
    [Theory]
    [InlineData("220281", "220281", "吉林省吉林市蛟河市")]
    [InlineData("310101", "310101", "上海市黄浦区")]
    [InlineData("310100", "310000", "上海市")]
    [InlineData("500200", "500000", "重庆市")]
    [InlineData("220201", "220200", "吉林省吉林市")]
    [InlineData("620201", "620200", "甘肃省嘉峪关市")]
    [InlineData("110101", "110101", "北京市东城区")]
    [InlineData("429004", "429004", "湖北省仙桃市")]
    [InlineData("469001", "469001", "海南省五指山市")]
    [InlineData("441900", "441900", "广东省东莞市")]
    [InlineData("2299CB", "2299CB", "吉林省长白山保护开发区管理委员会")]
    [InlineData("2299cb", "2299CB", "吉林省长白山保护开发区管理委员会")]
    [InlineData("430671", "430671", "湖南省岳阳市屈原管理区")]
    [InlineData("710000", "710000", "台湾省")]
    [InlineData("320584", "320509", "江苏省苏州市吴江区")]
    [InlineData("220381", "220184", "吉林省长春市公主岭市")]
    [InlineData("22", "220000", "吉林省")]
    [InlineData("2202", "220200", "吉林省吉林市")]
    [InlineData("220281000000", "220281", "吉林省吉林市蛟河市")]
    [InlineData(" 320509 ", "320509", "江苏省苏州市吴江区")]
    public void ACodeIsFoundAlsoInTheFormsThatOthersSend(string code, string expected, string fullName)
    {
        Assert.Equal(expected, Catalog.Find(code)?.Code);
        Assert.Equal(fullName, Catalog.FullName(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("999999")]
    [InlineData("220299")]
    [InlineData("2202811")]
    [InlineData("蛟河市")]
    public void AnUnknownCodeIsNoPlace(string? code) => Assert.Null(Catalog.Find(code));

    [Theory]
    [InlineData("220281", true)]
    [InlineData("220581", true)]
    [InlineData("2299CB", true)]
    [InlineData("330421", true)]
    [InlineData("222424", true)]
    [InlineData("429021", true)]
    [InlineData("520203", true)]
    [InlineData("150121", true)]
    [InlineData("220104", false)]
    [InlineData("310118", false)]
    [InlineData("130107", false)]
    [InlineData("230751", false)]
    [InlineData("220271", false)]
    [InlineData("320576", false)]
    [InlineData("220200", false)]
    [InlineData("441900", false)]
    [InlineData("310000", false)]
    public void CountyLevelIsWhatIsNotADistrictOfACity(string code, bool expected) =>
        Assert.Equal(expected, Catalog.IsCountyLevel(code));

    [Theory]
    [InlineData("220281", "220000", "220200")]
    [InlineData("310101", "310000", null)]
    [InlineData("469001", "460000", null)]
    [InlineData("220200", "220000", "220200")]
    [InlineData("2299CB", "220000", null)]
    public void AncestorsFollowTheParents(string code, string province, string? prefecture)
    {
        Assert.Equal(province, Catalog.Province(code)?.Code);
        Assert.Equal(prefecture, Catalog.Prefecture(code)?.Code);
    }

    [Theory]
    [InlineData("220281", "220200", true)]
    [InlineData("220281", "220000", true)]
    [InlineData("220281", "220281", true)]
    [InlineData("220281", "220100", false)]
    [InlineData("220200", "220281", false)]
    [InlineData("310101", "310100", true)]
    [InlineData("000000", "310100", false)]
    public void WithinHoldsForThePlaceItselfAndAllAbove(string code, string ancestor, bool expected) =>
        Assert.Equal(expected, Catalog.IsWithin(code, ancestor));

    [Fact]
    public void EveryAncestorOfEveryCodeExists() =>
        Assert.All(Catalog.All, p => Assert.Equal(Catalog.Find(p.Code[..2])!.Code, Catalog.Province(p.Code)!.Code));

    [Fact]
    public void LeavesAreTheFinestDivisions()
    {
        Assert.Contains("220281", Catalog.Leaves("220000").Select(p => p.Code));
        Assert.DoesNotContain("220200", Catalog.Leaves("220000").Select(p => p.Code));
        Assert.Equal(["441900"], Catalog.Leaves("441900").Select(p => p.Code));
        Assert.Equal(["220281"], Catalog.Leaves("220281").Select(p => p.Code));
        Assert.Equal(16, Catalog.ChildrenOf("310000").Count);
        Assert.Empty(Catalog.Leaves("999999"));
    }

    [Theory]
    [InlineData("吉林", "220000")]
    [InlineData("蛟河", "220281")]
    [InlineData("吉林蛟河", "220281")]
    [InlineData("上海市黄浦", "310101")]
    [InlineData("吳江", "320509")]
    [InlineData("220281", "220281")]
    [InlineData("长白山", "2299CB")]
    [InlineData("沪", "310000")]
    public void SearchPutsTheLikeliestFirst(string q, string expected) =>
        Assert.Equal(expected, Catalog.Search(q, 5)[0].Code);

    [Fact]
    public void SearchOffersNoMoreThanAskedAndNothingForNothing()
    {
        Assert.Equal(5, Catalog.Search("区", 5).Count);
        Assert.Empty(Catalog.Search("", 5));
        Assert.Empty(Catalog.Search("不存在的地方", 5));
    }
}
