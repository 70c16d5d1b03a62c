using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>People insured in Jiangmen, where the hospital files, the person files, or the person files within ten days.</summary>
public sealed class JiangmenTalkTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Fact]
    public Task WhoIsPostedForHalfAYearFilesWithTheEmployersProof() => talk.PlayAsync("""
        人: 我在江门参保，公司派我去深圳工作一年了，要住院，还没去
        机器人: 住或工作满半年没有：满半年了
        机器人: 单位派驻异地机构工作人员
        机器人: 单位派驻证明（证明应注明工作原因、地点、时间）
        机器人: 指南没有写报销比例
        机器人: 指南没有写这一类最晚要在什么时候办、备案多久能办好、备案能用多久、备案怎么取消或变更
        不说: 满半年了吗
        """);

    [Fact]
    public Task WhoIsPostedForLessIsOutsideTheGuide() => talk.PlayAsync("""
        人: 我在江门参保，公司派我去深圳工作，不到半年，要住院，还没去
        机器人: 不在范围里
        机器人: 连续工作半年以上
        """);

    [Fact]
    public Task ARetiredPersonFromKaipingGetsTheNumbersOfKaiping() => talk.PlayAsync("""
        人: 我是开平的，退休了住在广州女儿家，要住院，怎么备案
        机器人: 叫这个名字的地方不止一个
        按钮: 广东省江门市开平市｜河北省唐山市开平区
        人: 广东省江门市开平市
        人: 满了
        人: 还没去
        机器人: 本人安置地身份证、户口簿、居住证等材料
        人: 我自己去办
        机器人: “江门社保”微信公众号**（网上）
        机器人: 参保地异地就医备案电话专线**（打电话）
        机器人: 开平市：备案电话 2256983，咨询电话 2212028
        机器人: 工作日上午8:30至12:00,下午14:30至17:30
        不说: 去窗口
        不说: 恩平市
        人: 电话几点有人接
        机器人: 开平市：备案电话 2256983
        机器人: 工作日上午8:30至12:00,下午14:30至17:30
        不说: 没有找到
        """);

    [Fact]
    public Task WhatAFollowUpLeavesOutIsWhatTheQuestionBeforeItWasAbout() => talk.PlayAsync("""
        人: 江门开平外出急病备案要什么资料
        机器人: 本次急病或抢救住院疾病诊断证明书等资料
        人: 那学生呢
        机器人: 应提供学生证等能证明其学生身份的材料
        """);

    [Fact]
    public Task AStudentNeedsNoHalfYear() => talk.PlayAsync("""
        人: 江门的学生，在广州上学，要住院，还没去
        机器人: 学生证等能证明其学生身份的材料
        机器人: 没有半年的限制
        不说: 满半年了吗
        """);

    [Fact]
    public Task AnUrgentReferralIsTheHospitalsAndMadeUpWithinTenDays() => talk.PlayAsync("""
        人: 江门参保，医院说病情特别危急要马上转到广州住院
        机器人: 病情特别危急：是，特殊危急
        机器人: 备案由**医院来办**
        机器人: 转院10日以内、出院以前，由医院补报
        不说: 核准以后再转院
        不说: 您想现在就在这里办备案吗
        不说: 请到医院办
        """);

    [Fact]
    public Task BeyondSixtyDaysAnExtensionIsApplied() => talk.PlayAsync("""
        人: 我在江门参保，医院给我转到广州住院，还在住院，住了60多天了怎么办
        机器人: 办过异地就医备案吗
        人: 办过了
        机器人: 医院来办
        机器人: 超过60天的
        机器人: 需继续住院治疗
        """);

    [Fact]
    public Task AnEmergencyAwayIsFiledWithinTenDaysAndBeforeLeaving() => talk.PlayAsync("""
        人: 我在江门市蓬江区参保，在广州旅游突发急病住院，还没出院，没备案
        机器人: 过了10天没有
        人: 住了三天
        机器人: 外出期间异地急病就医备案
        机器人: 住进医院10日以内，而且要在出院以前办好备案
        机器人: 疾病诊断证明书
        """);

    [Fact]
    public Task HongKongIsExcludedAndTheDistrictsNumbersAreGiven() => talk.PlayAsync("""
        人: 我在江门新会参保，去香港旅游突发急病住院
        机器人: 不在范围里
        机器人: 不含去香港、澳门、台湾和国外
        机器人: 新会区：备案电话 6102028，咨询电话 6616737
        不说: 台山市
        """);

    [Fact]
    public Task TheDistrictsTelephoneAndHoursAreOneQuestionAway() => talk.PlayAsync("""
        人: 江门开平备案打哪个电话，几点有人
        机器人: 开平市：备案电话 2256983
        机器人: 工作日上午8:30至12:00,下午14:30至17:30
        不说: 恩平市
        """);
}
