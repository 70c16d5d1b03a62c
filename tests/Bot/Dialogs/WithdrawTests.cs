using PolicyBot.Adapters.Filings;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge;
using PolicyBot.Tests.Bot.Language;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

public sealed class WithdrawTests(ITestOutputHelper output)
{
    private static readonly Citation HalfYear = new("wujiang-medical", "（三）备案时限、变更或终止", "6个月内不得取消备案");

    private readonly Talk talk = new(output);

    [Theory]
    [InlineData("取消备案")]
    [InlineData("我要撤销我的备案")]
    [InlineData("把我的备案取消了吧")]
    [InlineData("帮我注销异地就医备案")]
    [InlineData("请把那份长期备案撤掉")]
    public void TheWishIsUnderstood(string text) => Assert.Equal(Intent.Withdraw, Readers.Utterances.Read(text).Intent);

    [Theory]
    [InlineData("取消")]
    [InlineData("备案能取消吗")]
    [InlineData("取消备案要多久")]
    [InlineData("删除我的数据")]
    [InlineData("算了不备案了")]
    public void WhatMeansSomethingElseIsNot(string text) => Assert.NotEqual(Intent.Withdraw, Readers.Utterances.Read(text).Intent);

    [Fact]
    public async Task WithoutAFilingItIsSaidPlainly() =>
        await talk.PlayAsync("""
            人: 撤销我的备案
            机器人: 没有查到您在这里办的
            """);

    [Fact]
    public async Task AFilingIsCancelledOnceAndOnlyAfterAYes()
    {
        await FileAsync();
        await talk.PlayAsync("""
            人: 取消我的备案
            机器人: 备案编号：320509-20261201-0000001
            机器人: 要取消备案 320509-20261201-0000001，对吗
            按钮: 确定取消备案｜先不取消
            人: 先不取消
            机器人: 没有取消
            """);
        Assert.Empty(talk.Conversation.Desk.Requests);

        await talk.PlayAsync("""
            人: 取消我的备案
            人: 确定取消备案
            机器人: 已经取消
            """);
        var (kind, number, _) = Assert.Single(talk.Conversation.Desk.Requests);
        Assert.Equal((FilingRequestKind.Cancellation, "320509-20261201-0000001"), (kind, number));
    }

    [Fact]
    public async Task ABareCancelIsNoYesAndTheOutcomeIsSaid()
    {
        await FileAsync();
        await talk.PlayAsync("""
            人: 取消我的备案
            人: 取消
            机器人: 没有取消
            """);
        Assert.Empty(talk.Conversation.Desk.Requests);
    }

    [Fact]
    public async Task ARefusalComesWithTheGuidesWords()
    {
        await FileAsync();
        await talk.PlayAsync("人: 取消我的备案");
        talk.Conversation.Desk.Answer = new FilingReceipt(
            ReceiptStatus.Refused, null, [new FilingProblem(null, "2027年6月1日起才能取消。", HalfYear)]);
        await talk.PlayAsync("""
            人: 确定取消备案
            机器人: 没有取消成
            """);
        Assert.Contains(HalfYear.Quote, talk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileTheAgencyIsSilentTheTruthIsTold()
    {
        await FileAsync();
        await talk.PlayAsync("人: 取消我的备案");
        talk.Conversation.Desk.Answer = new FilingReceipt(ReceiptStatus.Pending, null, []);
        await talk.PlayAsync("""
            人: 确定取消备案
            机器人: 已收到，正在提交
            """);
    }

    private async Task FileAsync()
    {
        await talk.ToTheReviewAsync();
        await talk.PlayAsync("人: 确认提交");
        Assert.Single(talk.Conversation.Desk.Submissions);
    }
}
