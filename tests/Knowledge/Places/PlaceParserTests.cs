using static PolicyBot.Tests.Knowledge.Places.Shared;

namespace PolicyBot.Tests.Knowledge.Places;

public sealed class PlaceParserTests
{
    [Theory]
    [InlineData("吉林省吉林市蛟河市", "220281")]
    [InlineData("上海黄浦", "310101")]
    [InlineData("上海市黄浦区", "310101")]
    [InlineData("上海的黄浦区", "310101")]
    [InlineData("长春朝阳区", "220104")]
    [InlineData("长春市朝阳区", "220104")]
    [InlineData("北京朝阳", "110105")]
    [InlineData("北京市市辖区朝阳区", "110105")]
    [InlineData("辽宁朝阳", "211300")]
    [InlineData("吉林吉林", "220200")]
    [InlineData("吉林蛟河", "220281")]
    [InlineData("吉林-蛟河", "220281")]
    [InlineData("江苏吴江", "320509")]
    [InlineData("苏州市吴江区", "320509")]
    [InlineData("济南市中区", "370103")]
    [InlineData("济南市市中区", "370103")]
    [InlineData("延边", "222400")]
    [InlineData("前郭", "220721")]
    [InlineData("前郭尔罗斯", "220721")]
    [InlineData("内蒙古", "150000")]
    [InlineData("新疆", "650000")]
    [InlineData("苏州工业园区", "320576")]
    [InlineData("长白山管委会", "2299CB")]
    [InlineData("吉林省长白山保护开发区", "2299CB")]
    [InlineData("长白朝鲜族自治县", "220623")]
    [InlineData("梅河口", "220581")]
    [InlineData("公主岭", "220184")]
    [InlineData("吴江市", "320509")]
    [InlineData("九台市", "220113")]
    [InlineData("魔都", "310000")]
    [InlineData("羊城", "440100")]
    [InlineData("西安", "610100")]
    [InlineData("河北", "130000")]
    [InlineData("海南省", "460000")]
    [InlineData("海南区", "150303")]
    [InlineData("蛟河 市", "220281")]
    [InlineData("吴 江", "320509")]
    [InlineData("北京\u3000朝阳", "110105")]
    [InlineData("臺灣", "710000")]
    [InlineData("長春", "220100")]
    [InlineData("吳江", "320509")]
    [InlineData("廣東", "440000")]
    [InlineData("瀋陽", "210100")]
    [InlineData("集安", "220582")]
    [InlineData("大安", "220882/510304")]
    public void ANameIsItsPlace(string text, string expected) => Assert.Equal(expected, Named(Parser.Parse(text)));

    [Theory]
    [InlineData("吉林", "220000/220200")]
    [InlineData("朝阳区", "110105/220104")]
    [InlineData("鼓楼区", "320106/320302/350102/410204")]
    [InlineData("新华区", "130105/130902/410402")]
    [InlineData("通州", "110112/320612")]
    [InlineData("江城", "220200/420100")]
    public void AnAmbiguousNameHasAllItsPlacesInAStableOrder(string text, string expected) =>
        Assert.Equal(expected, Named(Parser.Parse(text)));

    [Theory]
    [InlineData("朝阳区", "220000", "220104")]
    [InlineData("朝阳区", "110000", "110105")]
    [InlineData("朝阳区", "320000", "110105/220104")]
    [InlineData("吉林", "220000", "220000/220200")]
    [InlineData("西安区", "220400", "220403")]
    [InlineData("西安", "220400", "220403")]
    [InlineData("园区", "320509", "")]
    [InlineData("园区", "320500", "")]
    [InlineData("工业园区", null, "")]
    public void APlaceInsideTheContextWins(string text, string? within, string expected) =>
        Assert.Equal(expected, Named(Parser.Parse(text, within)));

    [Theory]
    [InlineData("和平", "120101/210102/441624")]
    [InlineData("朝阳", "211300/110105/211321/220104")]
    [InlineData("朝阳。", "211300/110105/211321/220104")]
    [InlineData("沪", "310000")]
    [InlineData("京吧", "110000")]
    [InlineData("大方", "520521")]
    [InlineData("城区", "140302/140502/441502")]
    [InlineData("我在和平", "120101/210102/441624")]
    [InlineData("不知道", "")]
    public void WhereAPlaceIsExpectedAWordMayBeOne(string text, string expected) =>
        Assert.Equal(expected, Named(Parser.Parse(text, expectPlace: true)));

    [Theory]
    [InlineData("上海路")]
    [InlineData("北京路12号")]
    [InlineData("在南京路买药")]
    [InlineData("南京东路")]
    [InlineData("长春大街")]
    [InlineData("中山西路")]
    [InlineData("中山医院")]
    [InlineData("协和医院")]
    [InlineData("瑞金医院")]
    [InlineData("北京大学第三医院")]
    [InlineData("吉林大学第一医院")]
    [InlineData("北京银行卡")]
    [InlineData("武警")]
    [InlineData("世界和平")]
    [InlineData("城区")]
    [InlineData("东城")]
    [InlineData("新区")]
    [InlineData("开发区")]
    [InlineData("朝阳产业")]
    [InlineData("他很大方")]
    [InlineData("祝您平安")]
    [InlineData("服务很友好")]
    [InlineData("同心协力")]
    [InlineData("祝早日安康")]
    [InlineData("公安局")]
    [InlineData("去医保定点医院")]
    [InlineData("普通化验单")]
    [InlineData("重大安全")]
    [InlineData("费用太高要自己付")]
    [InlineData("重新会诊")]
    [InlineData("我和县医院说过了")]
    [InlineData("今天等了很久")]
    [InlineData("长期居住")]
    [InlineData("办理县外就医")]
    [InlineData("固定日期")]
    [InlineData("给定结论")]
    [InlineData("久治不愈")]
    [InlineData("第三台手术")]
    [InlineData("示范县")]
    [InlineData("协会理事")]
    [InlineData("参加查体")]
    [InlineData("二十四平方米")]
    [InlineData("打印台")]
    [InlineData("交城乡居民医保")]
    [InlineData("大同小异")]
    [InlineData("用江苏医保云办")]
    [InlineData("吉林医保公共服务小程序")]
    [InlineData("南")]
    [InlineData("沪")]
    [InlineData("平")]
    [InlineData("")]
    [InlineData("😀😀😀")]
    public void AWordThatOnlyLooksLikeAPlaceIsNone(string text) => Assert.Equal("", Named(Parser.Parse(text)));

    [Theory]
    [InlineData("上海华山医院", "310000")]
    [InlineData("上海中山医院", "310000")]
    [InlineData("上海瑞金医院", "310000")]
    [InlineData("上海南京路", "310000")]
    [InlineData("长春中医药大学附属医院", "220100")]
    [InlineData("吉林省人民医院", "220000")]
    [InlineData("济南市中心医院", "370100")]
    [InlineData("济南市中医医院", "370100")]
    [InlineData("北京协和医院", "110000")]
    [InlineData("去上海路上发病", "310000")]
    [InlineData("医保在山东", "370000")]
    [InlineData("集中山东的病人", "370000")]
    [InlineData("网上杭州医保", "330100")]
    [InlineData("从江苏来", "320000")]
    [InlineData("住儿子长春家里", "220100")]
    [InlineData("天津的和平区", "120101")]
    [InlineData("天津和平", "120101")]
    [InlineData("和平区", "120101/210102")]
    [InlineData("吴江区、青浦区和嘉善县", "320509 | 310118 | 330421")]
    [InlineData("北京、上海、杭州", "110000 | 310000 | 330100")]
    [InlineData("北京\n朝阳区", "110000 | 110105/220104")]
    public void OnlyWhatIsAPlaceIsTakenFromALongerName(string text, string expected) =>
        Assert.Equal(expected, Named(Parser.Parse(text)));

    [Theory]
    [InlineData("320509", "320576")]
    [InlineData("220000", "")]
    [InlineData(null, "")]
    public void ALocalNameIsKnownOnlyAtHome(string? within, string expected) =>
        Assert.Equal(expected, Named(Parser.Parse("园区", within, expectPlace: true)));

    [Fact]
    public void AMentionSaysWhereItStandsInTheTextAsItWasGiven()
    {
        var mention = Assert.Single(Parser.Parse("我在 吳 江區 参保"));
        Assert.Equal((3, 4, "吳 江區"), (mention.Start, mention.Length, mention.Text));
        Assert.Equal("320509", mention.Place?.Code);
    }

    [Theory]
    [InlineData("蛟何市", "220281")]
    [InlineData("吴江去", "320509")]
    [InlineData("我是蛟何市的", "220281")]
    [InlineData("蛟河巿", "220281")]
    public void ASlipOfThePenIsOfferedTheNearestName(string text, string expected) =>
        Assert.Equal(expected, Parser.Suggest(text)[0].Code);

    [Fact]
    public void TenThousandCharactersAreReadInOnePass()
    {
        var names = string.Concat(Enumerable.Repeat("吉林吉林省吉林市蛟河-", 1_000));
        Assert.Equal(1_000, Parser.Parse(names).Count(m => m.Place?.Code == "220281"));
    }

    [Theory]
    [InlineData("随便")]
    [InlineData("")]
    [InlineData("我要办异地就医备案")]
    public void NothingIsOfferedForWhatIsNearNoName(string text) => Assert.Empty(Parser.Suggest(text));
}
