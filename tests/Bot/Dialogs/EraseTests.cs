using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Bot.Language;
using PolicyBot.Tests.Bot.Language;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

public sealed class EraseTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Theory]
    [InlineData("删除我的数据")]
    [InlineData("请删除我的个人信息")]
    [InlineData("把我的资料都删了")]
    [InlineData("清除我的聊天记录")]
    [InlineData("注销我的账号")]
    public void TheWishIsUnderstood(string text) => Assert.Equal(Intent.Erase, Readers.Utterances.Read(text).Intent);

    [Theory]
    [InlineData("全部清空")]
    [InlineData("取消我的备案")]
    [InlineData("我的资料交上去了吗")]
    public void WhatMeansSomethingElseIsNot(string text) => Assert.NotEqual(Intent.Erase, Readers.Utterances.Read(text).Intent);

    [Fact]
    public async Task NothingIsDeletedBeforeAYesAndTheInterviewGoesOnAfterANo()
    {
        await talk.ToTheNameAsync();
        await talk.PlayAsync("""
            人: 删除我的数据
            机器人: 删了就找不回来了
            按钮: 确定删除｜不删了
            人: 不删了
            机器人: 没有删
            机器人: 姓名
            """);
        Assert.Empty(talk.Conversation.Eraser.Erased);
    }

    [Fact]
    public async Task AfterAYesTheConversationStartsFromNothing()
    {
        await talk.ToTheDocumentsAsync();
        talk.Conversation.Eraser.Answer = new Erasure(3, Pending: 1);
        await talk.PlayAsync("""
            人: 删除我的数据
            人: 确定删除
            机器人: 都删了
            机器人: 正在往经办机构送
            机器人: 还留着的有两样
            """);
        Assert.Equal(new PersonRef("test", "person", "conversation"), Assert.Single(talk.Conversation.Eraser.Erased));
        Assert.DoesNotContain("王秀英", await talk.Conversation.StoredAsync(), StringComparison.Ordinal);
        await talk.PlayAsync("""
            人: 继续
            机器人: 没有办到一半的备案
            """);
    }

    [Fact]
    public async Task AConsentIsRecordedOnceWithItsVersionAndOutlivesAFreshStart()
    {
        await talk.ToTheNameAsync();
        var consent = Assert.Single(talk.Conversation.Audit.Entries);
        Assert.Equal(new AuditEntry("person/test/person", AuditActions.ConsentGiven, "notice/2026-11"), consent);
        await talk.PlayAsync("人: 王秀英");
        await talk.PlayAsync("人: 重新开始");
        Assert.Single(talk.Conversation.Audit.Entries);
    }

    [Fact]
    public async Task WithoutConsentNothingIsRecorded()
    {
        await talk.ToTheResultAsync();
        await talk.PlayAsync("人: 现在就办");
        await talk.PlayAsync("人: 不同意");
        Assert.Empty(talk.Conversation.Audit.Entries);
    }
}
