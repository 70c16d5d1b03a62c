using PolicyBot.Bot.Language;

namespace PolicyBot.Tests.Bot.Language;

public sealed class EchoReaderTests
{
    private const string HalfAYear = "您在那边连续工作或者居住，满半年了吗？";
    private const string Filed = "这次看病以前，办过异地就医备案吗？";
    private const string Confirmed = "工伤认定、工伤复发确认、工伤康复确认、辅助器具配置确认，这四样里办好一样了吗？";

    [Theory]
    [InlineData(HalfAYear, "满了", true)]
    [InlineData(HalfAYear, "早就满了。", true)]
    [InlineData(HalfAYear, "没满", false)]
    [InlineData(HalfAYear, "还没满呢", false)]
    [InlineData(Filed, "办过", true)]
    [InlineData(Filed, "没办过", false)]
    [InlineData(Filed, "备案了", true)]
    [InlineData(Filed, "没备案", false)]
    [InlineData(Confirmed, "办好了", true)]
    [InlineData(Confirmed, "都没办", false)]
    public void TheVerbOfTheQuestionIsYesAndDeniedItIsNo(string question, string text, bool answer) =>
        Assert.Equal(answer, EchoReader.Read(question, text));

    [Theory]
    [InlineData(HalfAYear, "还没去")]
    [InlineData(HalfAYear, "居住证要带吗")]
    [InlineData(Filed, "看了")]
    [InlineData(Filed, "没有")]
    [InlineData(Filed, "")]
    [InlineData(Confirmed, "您")]
    public void WhatDoesNotTakeUpWhatIsAskedIsNoEcho(string question, string text) => Assert.Null(EchoReader.Read(question, text));
}
