using PolicyBot.Knowledge.Places;

namespace PolicyBot.Tests.Knowledge.Places;

public sealed class PlaceRolesTests
{
    [Theory]
    [InlineData("我在吴江参保", "320509", "", "")]
    [InlineData("吴江的医保", "320509", "", "")]
    [InlineData("参保地是吴江", "320509", "", "")]
    [InlineData("参保地：吴江", "320509", "", "")]
    [InlineData("我是吉林蛟河的居民医保", "220281", "", "")]
    [InlineData("我是吉林蛟河的", "220281", "", "")]
    [InlineData("医保交在蛟河", "220281", "", "")]
    [InlineData("我医保一直交在了吴江", "320509", "", "")]
    [InlineData("蛟河那边交的医保", "220281", "", "")]
    [InlineData("去北京", "", "110000", "")]
    [InlineData("到上海看病", "", "310000", "")]
    [InlineData("在杭州住院", "", "330100", "")]
    [InlineData("住上海女儿家", "", "310000", "")]
    [InlineData("想在长春做手术", "", "220100", "")]
    [InlineData("转到北京协和", "", "110000", "")]
    [InlineData("我妈在北京住院了", "", "110000", "")]
    [InlineData("要去北京长期住儿子家", "", "110000", "")]
    [InlineData("在上海工作", "", "310000", "")]
    [InlineData("上海看病要备案吗", "", "310000", "")]
    [InlineData("从蛟河到长春", "220281", "220100", "")]
    [InlineData("吴江→上海", "", "310000", "320509")]
    [InlineData("吴江医保去上海", "320509", "310000", "")]
    [InlineData("蛟河人去长春看病", "220281", "220100", "")]
    [InlineData("我爸是吴江退休的,现在住在北京我哥家", "320509", "110000", "")]
    [InlineData("我在吴江参保，退休了住上海女儿家", "320509", "310000", "")]
    [InlineData("我在吴江参保，要去北京长期住儿子家，怎么备案", "320509", "110000", "")]
    [InlineData("我在吴江，想去北京看病", "320509", "110000", "")]
    [InlineData("我在北京，医保是吴江的", "320509", "110000", "")]
    [InlineData("参保地吴江就医地北京", "320509", "110000", "")]
    [InlineData("在北京用蛟河的医保", "220281", "110000", "")]
    [InlineData("去上海看病，用的是吴江医保", "320509", "310000", "")]
    [InlineData("在长春住院，要转到北京", "", "110000", "220100")]
    [InlineData("我住在北京，去天津看病", "", "120000", "110000")]
    [InlineData("从上海回来报销，医保在吴江", "320509", "310000", "")]
    [InlineData("在吴江交的社保，人在深圳打工", "320509", "440300", "")]
    [InlineData("老家蛟河，现在住长春", "", "220100", "220281")]
    [InlineData("我们单位在苏州交的社保，我常驻成都", "320500", "510100", "")]
    [InlineData("我在嘉善看病能直接刷吴江的卡吗", "320509", "330421", "")]
    [InlineData("我户口在蛟河，医保在长春，想去沈阳做手术", "220100", "210100", "220281")]
    [InlineData("我妈七十了，吴江退休，跟我住在青浦", "320509", "310118", "")]
    [InlineData("孩子在北京上大学，保险在吴江买的", "320509", "110000", "")]
    [InlineData("异地就医北京要转诊吗", "", "", "110000")]
    [InlineData("是不是去北京要备案", "", "110000", "")]
    [InlineData("去不去北京都一样吗", "", "110000", "")]
    [InlineData("北京人民医院", "", "110000", "")]
    [InlineData("吴江", "", "", "320509")]
    [InlineData("吴江 北京", "", "", "320509 110000")]
    [InlineData("长春市朝阳区", "", "", "220104")]
    [InlineData("承诺书是什么意思", "", "", "")]
    [InlineData("", "", "", "")]
    public void TheWordsBesideAPlaceTellItsRole(string text, string insured, string care, string unassigned)
    {
        var roles = Shared.Parser.Roles(text);
        Assert.Equal((insured, care, unassigned), (Code(roles.Insured), Code(roles.Care), Codes(roles.Unassigned)));
        Assert.False(roles.Correction);
    }

    [Theory]
    [InlineData("不是北京，是杭州", "", "", "330100", "110000")]
    [InlineData("刚才说错了，是去杭州", "", "330100", "", "")]
    [InlineData("刚才说错了，是杭州", "", "", "330100", "")]
    [InlineData("不是去北京，是杭州", "", "330100", "", "110000")]
    [InlineData("不去北京了，去杭州", "", "330100", "", "110000")]
    [InlineData("参保地不是吴江，是昆山", "320583", "", "", "320509")]
    [InlineData("去北京，不对，去杭州", "", "330100", "", "110000")]
    [InlineData("北京不去了，改去杭州", "", "330100", "", "110000")]
    [InlineData("是杭州，不是北京", "", "", "330100", "110000")]
    [InlineData("不用去上海了，就在杭州看", "", "330100", "", "310000")]
    [InlineData("参保地选错了应该是吴江不是苏州", "320509", "", "", "320500")]
    [InlineData("就医地改成杭州", "", "330100", "", "")]
    [InlineData("我弄错了，我是在昆山参保的", "320583", "", "", "")]
    public void ACorrectionLeavesOutWhatItTakesBack(string text, string insured, string care, string unassigned, string negated)
    {
        var roles = Shared.Parser.Roles(text);
        Assert.Equal(
            (insured, care, unassigned, negated),
            (Code(roles.Insured), Code(roles.Care), Codes(roles.Unassigned), Codes(roles.Negated)));
        Assert.True(roles.Correction);
    }

    [Fact]
    public void ADenialAloneNamesNoPlaceAndCorrectsNothing()
    {
        var roles = Shared.Parser.Roles("我不去北京");
        Assert.Null(roles.Care);
        Assert.Equal("110000", Codes(roles.Negated));
        Assert.False(roles.Correction);
    }

    [Fact]
    public void TheContextDecidesAnAmbiguousPlaceInARole() =>
        Assert.Equal("220104", Code(Shared.Parser.Roles("去朝阳区看病", within: "220000").Care));

    private static string Code(PlaceMention? mention) => mention?.Place?.Code ?? "";

    private static string Codes(IEnumerable<PlaceMention> mentions) => string.Join(' ', mentions.Select(Code));
}
