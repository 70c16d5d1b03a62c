using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Guides;

public sealed class CiteTests
{
    private static readonly GuideLibrary Library = GuideLibrary.Load(Repository.Path("knowledge", "guides"));

    private static Guide Wujiang => Library.Find("wujiang-medical")!;

    private static Guide Jilin => Library.Find("jilin-medical")!;

    [Fact]
    public void AQuotationInsideOnePassageIsCitedWithItsSection() =>
        Assert.Equal(
            new Citation("wujiang-medical", "二、登记备案业务办理流程 › （三）备案时限、变更或终止", "备案有效期1年，可随时取消备案"),
            Wujiang.Cite("备案有效期1年，可随时取消备案"));

    [Fact]
    public void WhiteSpaceAndWidthDoNotMatterAndTheGuidesOwnFormComesBack()
    {
        Assert.Equal("政策结报比例与吴江本地一致", Wujiang.Cite("政策 结报比例\n与吴江本地一致")?.Quote);
        Assert.Equal("包括跨省和跨市(州)非县域就医的转诊和急诊人员。", Jilin.Cite("包括跨省和跨市（州）非县域就医的转诊和急诊人员。")?.Quote);
    }

    [Theory]
    [InlineData("异地转诊人员有效身份证件或社会保障卡、苏州市规定的定点医疗机构")]
    [InlineData("异地转诊人员：有效身份证件或社会保障卡、苏州市规定的定点医疗机构")]
    public void AQuotationMayRunAcrossTheCellsOfARow(string quote) =>
        Assert.Equal("异地转诊人员：有效身份证件或社会保障卡、苏州市规定的定点医疗机构", Wujiang.Cite(quote)?.Quote);

    [Fact]
    public void AQuotationMayRunAcrossTheItemsOfAList() =>
        Assert.Equal(
            "5.异地工作证明材料:参保地工作单位派出凭证、异地工作劳动合同(任选其一);\n以上材料中3、4、5提供任意一项即可。",
            Jilin.Cite("5.异地工作证明材料:参保地工作单位派出凭证、异地工作劳动合同(任选其一);以上材料中3、4、5提供任意一项即可。")?.Quote);

    [Fact]
    public void AHeadingCanBeCited() =>
        Assert.Equal(
            new Citation("jilin-medical", "“免申即享”:三类人员无需办理备案", "三类人员无需办理备案"),
            Jilin.Cite("三类人员无需办理备案"));

    [Fact]
    public void WhatStandsTwiceCanBeCitedFromANamedSection() =>
        Assert.Equal("材料准备 › 参保人办理转诊转院备案", Jilin.Cite("系统可自动生成", under: "转诊转院")?.Section);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("备案有效期2年")]
    [InlineData("政策结报比例与吴江本地一致。参保人员办理“其他临时外出就医”备案")]
    public void WhatDoesNotStandThereIsNotCited(string quote) => Assert.Null(Wujiang.Cite(quote));

    [Fact]
    public void EveryPassageAndEveryCitationOfOneCanBeCitedAgain() =>
        Assert.All(Library.Guides.SelectMany(guide => guide.Passages), passage =>
        {
            var guide = Library.Find(passage.Guide)!;
            Assert.Equal(passage.Text, guide.Cite(passage.Text, passage.Section)?.Quote);
            Assert.All(passage.Cells, cell => Assert.NotNull(guide.Cite(cell)));
        });

    [Theory]
    [InlineData("220281", "jilin-medical national-medical")]
    [InlineData("220000", "jilin-medical national-medical")]
    [InlineData("220104", "changchun-work-injury jilin-medical national-medical")]
    [InlineData("320509", "national-medical wujiang-medical")]
    [InlineData("320508", "national-medical")]
    [InlineData("440783", "jiangmen-medical national-medical")]
    [InlineData("440000", "national-medical")]
    [InlineData("810000", "")]
    public void AGuideSpeaksForItsInsuredPlacesAndAllWithinThem(string place, string expected) =>
        Assert.Equal(expected, string.Join(' ', Library.Guides.Where(guide => guide.SpeaksFor(place)).Select(guide => guide.Id)));

    [Fact]
    public void ATitleThatIsNotTheSourcesCannotBeCited()
    {
        var national = Library.Find("national-medical")!;

        Assert.True(national.TitleIsOurs);
        Assert.Null(national.Cite(national.Title));
        Assert.NotNull(Wujiang.Cite(Wujiang.Title));
    }
}
