using PolicyBot.Adapters.Filings;
using PolicyBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>From the review to the filing: once, truthfully, and every answer can be changed before.</summary>
public sealed class ConfirmingTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Fact]
    public async Task ConfirmingTwiceGivesOneFiling()
    {
        await talk.ToTheReviewAsync();
        await talk.PlayAsync("""
            人: 确认提交
            机器人: 备案编号是
            人: 确认提交
            机器人: 已经提交过了
            """);
        Assert.Single(talk.Conversation.Desk.Submissions);
    }

    [Fact]
    public async Task WhatIsSubmittedIsWhatWasConfirmed()
    {
        await talk.ToTheReviewAsync();
        await talk.PlayAsync("人: 确认提交");
        var filing = Assert.Single(talk.Conversation.Desk.Submissions);
        Assert.Equal(("wujiang-medical", "异地长期居住人员", "320509", "330100"), (filing.Policy, filing.FilingType, filing.InsuredPlace, filing.CarePlace));
        Assert.Equal(new Person("王秀英", Some.IdNumber, Some.Phone), filing.Person);
        Assert.Equal(new DateOnly(2026, 12, 1), filing.StartsOn);
        Assert.Equal(["社会保障卡", "居住证"], filing.Documents.Select(document => document.Document));
        Assert.Equal("long-term-residence", filing.Facts["reason"]);
        Assert.Equal(Some.Morning, filing.Consent.GivenAt);
        Assert.False(filing.Commitment);
    }

    [Fact]
    public async Task NothingOfThePersonStaysInTheConversationAfterwards()
    {
        await talk.ToTheReviewAsync();
        await talk.PlayAsync("人: 确认提交");
        var stored = await talk.Conversation.StoredAsync();
        Assert.DoesNotContain(Some.IdNumber, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Some.Phone, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("王秀英", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryAnswerCanBeChangedInTheReview()
    {
        await talk.ToTheReviewAsync();
        await talk.PlayAsync("""
            人: 要改一下
            机器人: 要改哪一项
            按钮: 改就医地｜改姓名｜改手机号
            人: 改手机号
            机器人: 手机号
            人: 13900139000
            机器人: 请核对您填的内容
            机器人: 13900139000
            """);
    }

    [Fact]
    public async Task ARefusalIsToldInFullAndTheFaultIsAskedAgain()
    {
        await talk.ToTheReviewAsync();
        talk.Conversation.Desk.Answer = new FilingReceipt(
            ReceiptStatus.Refused, null, [new FilingProblem("person.phone", "参保人的手机号码要填 1 开头的 11 位数字。", null)]);
        await talk.PlayAsync("""
            人: 确认提交
            机器人: 还没有交成
            机器人: 参保人的手机号码
            机器人: 手机号
            """);
        talk.Conversation.Desk.Answer = null;
        await talk.PlayAsync("""
            人: 13900139000
            机器人: 请核对您填的内容
            人: 确认提交
            机器人: 备案编号是
            """);
    }

    [Fact]
    public async Task APendingFilingIsSaidToBePending()
    {
        await talk.ToTheReviewAsync();
        talk.Conversation.Desk.Answer = new FilingReceipt(ReceiptStatus.Pending, null, []);
        await talk.PlayAsync("""
            人: 确认提交
            机器人: 已收到，正在提交
            不说: 备案编号是
            人: 确认提交
            机器人: 已经确认过了，正在提交
            人: 我的备案到哪一步了
            机器人: 已收到，正在提交
            """);
        Assert.Single(talk.Conversation.Desk.Submissions);
    }

    [Fact]
    public async Task ACommitmentLetterStandsInForAProofAfterItsConsequenceWasSaid()
    {
        await talk.ToTheDocumentsAsync();
        await talk.PlayAsync("""
            人: 社会保障卡
            照片: upload-card
            按钮: 居住证｜手头没有，先签承诺书
            人: 手头没有，先签承诺书
            机器人: 有效期只有15日
            机器人: 您愿意签承诺书
            人: 不签了，我有材料
            机器人: 您用哪一样
            人: 手头没有，先签承诺书
            人: 愿意签承诺书
            机器人: 请核对您填的内容
            人: 确认提交
            机器人: 备案编号是
            """);
        var filing = Assert.Single(talk.Conversation.Desk.Submissions);
        Assert.True(filing.Commitment);
        Assert.Single(filing.Documents);
    }

    [Fact]
    public async Task ThePersonsFilingsAreFoundByNumberAndTailToo()
    {
        await talk.ToTheReviewAsync();
        await talk.PlayAsync("人: 确认提交");
        await talk.PlayAsync($"""
            人: 查一下备案 320509-20261201-0000001，身份证后四位 {Some.IdNumber[^4..]}
            机器人: 备案编号：320509-20261201-0000001
            """);
    }
}
