using PolicyBot.Bot.Language;

namespace PolicyBot.Tests.Bot.Language;

public class ChoiceReaderTests
{
    private static readonly Choice[] Schemes = [new("medical", "医疗保险"), new("work-injury", "工伤保险")];

    private static readonly Choice[] Reasons =
    [
        new("retired-resettlement", "异地安置退休", ["退休后户口迁过去"]),
        new("long-term-residence", "异地长期居住"),
        new("posted-work", "常驻异地工作"),
        new("referral", "转诊转院"),
        new("emergency", "急诊抢救"),
        new("other-temporary", "其他临时外出"),
    ];

    [Theory]
    [InlineData("医疗保险", "medical")]
    [InlineData("我要办医疗保险", "medical")]
    [InlineData("医疗", "medical")]
    [InlineData("工伤的", "work-injury")]
    [InlineData("不是医疗保险，是工伤", "work-injury")]
    [InlineData("最后一个", "work-injury")]
    [InlineData("前一个", "medical")]
    [InlineData("后面那个", "work-injury")]
    [InlineData("保险", "choice.unclear")]
    [InlineData("養老保險", "choice.unclear")]
    [InlineData("醫療保險", "medical")]
    public void ASchemeIsFound(string text, string expected) => Is(expected, text, Schemes);

    [Theory]
    [InlineData("2", "long-term-residence")]
    [InlineData("2.", "long-term-residence")]
    [InlineData("２", "long-term-residence")]
    [InlineData("②", "long-term-residence")]
    [InlineData("2️⃣", "long-term-residence")]
    [InlineData("二", "long-term-residence")]
    [InlineData("第二个", "long-term-residence")]
    [InlineData("选2", "long-term-residence")]
    [InlineData("我选第二个吧", "long-term-residence")]
    [InlineData("B", "long-term-residence")]
    [InlineData("最后一个", "other-temporary")]
    [InlineData("长期居住", "long-term-residence")]
    [InlineData("居住", "long-term-residence")]
    [InlineData("就是转诊", "referral")]
    [InlineData("退休后户口迁过去", "retired-resettlement")]
    [InlineData("急诊的那个", "emergency")]
    [InlineData("異地長期居住", "long-term-residence")]
    [InlineData("异地", "choice.unclear")]
    [InlineData("7", "choice.unclear")]
    [InlineData("都不是", "choice.none")]
    [InlineData("没有合适的", "choice.none")]
    [InlineData("以上都不对", "choice.none")]
    [InlineData("转诊或者急诊", "choice.unclear")]
    [InlineData("不知道", "choice.unclear")]
    [InlineData("", "choice.unclear")]
    public void AReasonIsFound(string text, string expected) => Is(expected, text, Reasons);

    private static void Is(string expected, string text, Choice[] choices)
    {
        var read = ChoiceReader.Read(text, choices);
        Assert.Equal(expected, read.Value ?? read.Problem);
    }
}
