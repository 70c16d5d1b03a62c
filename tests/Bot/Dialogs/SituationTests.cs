using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>From what a person says of their situation to what applies.</summary>
public sealed class SituationTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Fact]
    public Task NothingThatWasSaidIsAskedAgain() => talk.PlayAsync("""
        人: 我在吴江参保，退休了，要去杭州长期住女儿家
        机器人: 浙江省杭州市
        不说: 您的医保是在哪里交的
        不说: 您要去哪里看病
        """);

    [Fact]
    public Task OneQuestionAfterTheOther() => talk.PlayAsync("""
        人: 我要去外地看病，怎么备案
        机器人: 您的医保是在哪里交的
        人: 吴江
        机器人: 您要去哪里看病
        人: 北京
        机器人: 您为什么去外地看病
        人: 医院开了转诊证明
        机器人: 现在到哪一步了
        人: 还没去看病
        机器人: 异地转诊人员
        机器人: 转诊转院证明材料
        """);

    [Fact]
    public Task ShanghaiNeedsNoFilingAndTheReasonIsNotAsked() => talk.PlayAsync("""
        人: 我在吴江参保，想去上海看病
        机器人: 不用备案
        机器人: 沪苏同城免备案
        不说: 您为什么去外地看病
        """);

    [Fact]
    public Task WhatTheGuideLeavesOutIsSaidSo() => talk.PlayAsync("""
        人: 我在吴江参保，去北京出差突发急病在抢救
        机器人: 指南没有写清楚
        机器人: 12393
        不说: 备案类型是
        """);

    [Fact]
    public Task WhereThereIsNoGuideNoOtherRegionsRulesAreTold() => talk.PlayAsync("""
        人: 我在成都参保，要去北京看病
        机器人: 还没有四川省成都市的指南
        机器人: 大约是2018年写的
        机器人: 这次主要是哪一种
        不说: 备案类型
        不说: 吴江
        """);

    [Fact]
    public Task AFactThatNobodyAskedForCountsWhereItMatters() => talk.PlayAsync("""
        人: 我在吴江参保，要去杭州长期住女儿家，去那边生孩子
        机器人: 请先付现金
        """);

    [Fact]
    public Task AnAmbiguousPlaceIsAskedBack() => talk.PlayAsync("""
        人: 我要办备案
        机器人: 您的医保是在哪里交的
        人: 蛟河
        机器人: 您要去哪里看病
        人: 朝阳区
        机器人: 叫这个名字的地方不止一个
        按钮: 北京市朝阳区｜吉林省长春市朝阳区
        人: 吉林省长春市朝阳区
        机器人: 您为什么去外地看病
        """);

    [Fact]
    public Task APlaceThatIsTooCoarseIsAskedForMoreFinely() => talk.PlayAsync("""
        人: 我在蛟河参保，想去长春住院看病，自己去的
        机器人: 哪个区或县
        人: 朝阳区
        机器人: 吉林省长春市朝阳区
        """);

    [Fact]
    public Task TheRestOfTheRemindersIsOneButtonAway() => talk.PlayAsync("""
        人: 我在吴江参保，要去杭州长期住女儿家
        按钮: 更多提醒
        人: 更多提醒
        机器人: 零星报销
        机器人: 您想现在就在这里办备案吗
        """);

    [Fact]
    public Task WhoFilesThemselvesIsToldWhere() => talk.PlayAsync("""
        人: 我在吴江参保，要去杭州长期住女儿家
        人: 我自己去办
        机器人: “吴江医保”微信公众号
        机器人: 便民服务中心
        不说: 您同意吗
        """);

    [Fact]
    public Task WhatTheFundPaysIsReckonedWhenTheNumbersAreKnown() => talk.PlayAsync("""
        人: 我在蛟河参保，自己想去长春朝阳区住院看病
        机器人: 少报 20 个百分点
        人: 在参保地报85%，要花2万
        机器人: 大约报 65%
        机器人: 13000.00 元
        """);

    [Fact]
    public async Task WhoFilesForSomebodyElseIsAskedForToo()
    {
        await talk.PlayAsync($"""
            人: 帮我妈办异地备案，她在吴江参保，要去杭州长期住我家
            机器人: 异地长期居住人员
            人: 现在就办
            人: 同意
            人: 王秀英
            人: {PolicyBot.Tests.Support.Some.IdNumber}
            人: 13800138000
            人: 今天
            机器人: 代办人姓名
            """);
    }

    [Fact]
    public Task AHotlineAgentGetsTheAnswerInOneBreath() => talk.PlayAsync("""
        人: 蛟河参保 去长春朝阳区 转诊 住院
        机器人: 转诊转院
        机器人: 少报 10 个百分点
        机器人: 吉林医保最新提醒
        """);

    [Fact]
    public Task AQuestionWaitsForThePlaceThatDecidesItsAnswer() => talk.PlayAsync("""
        人: 备案审批要几个工作日
        机器人: 您的医保是在哪里交的
        人: 吴江
        机器人: 2个工作日
        按钮: 我要去外地看病，怎么备案
        """);
}
