using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>People with a work injury who are insured in Changchun, whose guide knows the window only.</summary>
public sealed class WorkInjuryTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Fact]
    public Task AReferralWithinTheProvinceIsFiledAtTheWindowBeforeCare() => talk.PlayAsync("""
        人: 我在长春参加工伤保险，医生让我转院去吉林市的医院治疗，怎么备案
        机器人: 险种：工伤保险
        机器人: 这四样里办好一样了吗
        不说: 您要办的是哪一种保险
        人: 办好了
        机器人: 治疗、康复，还是配辅助器具
        人: 治疗
        机器人: 现在到哪一步了
        人: 还没去看病
        机器人: 异地医疗（康复）备案：转诊转院
        机器人: 看病以前就要办好备案。没有备案的费用，工伤保险基金不付
        机器人: 1. 工伤认定决定书
        机器人: 2. 《工伤保险异地就医（康复）直接结算备案表》
        机器人: 最长不超过6个月
        机器人: 不能在网上交
        机器人: **参保地经办窗口**（去窗口）
        机器人: 人社服务热线：12333
        机器人: 不是备案的协议机构发生的费用，工伤保险基金不付
        不说: 办法1
        不说: 您想现在就在这里办备案吗
        不说: 12393
        人: 更多提醒
        机器人: 选定1家
        机器人: 结账要带
        机器人: 回参保地经办机构按规定审核报销
        """);

    [Fact]
    public Task AFirstDeviceTakesTwoOriginalsAndTheFormIsToBeAskedAbout() => talk.PlayAsync("""
        人: 我在长春上班受了工伤，现在长期住在吉林市，要配假肢，第一次配
        机器人: 参保地：吉林省长春市
        机器人: 就医地：吉林省吉林市
        人: 办好了
        人: 户口在那边
        人: 还没去
        机器人: 异地配置辅助器具备案：异地居住
        机器人: 工伤认定决定书原件
        机器人: 劳动能力鉴定表原件
        机器人: 户籍相关材料
        机器人: 原则上要离上次备案满3个月
        机器人: 超出最高支付限额的部分，工伤保险基金不付
        机器人: 用哪一张，请到窗口问清楚
        机器人: 路上的交通费、食宿费不报
        不说: 居住证明
        """);

    [Fact]
    public Task ARelativeBringsTheirOwnIdentityCard() => talk.PlayAsync("""
        人: 我爸在长春交的工伤保险，要转院去吉林市康复，我替他办备案
        机器人: 谁来办：替别人办
        人: 工伤认定书下来了
        机器人: 现在到哪一步了
        不说: 指南里没有找到
        人: 还没去看病
        机器人: 代办人身份证
        """);

    [Fact]
    public Task OutsideTheProvinceTheGuideIsSilentAndAReasonAddedLaterChangesNothing() => talk.PlayAsync("""
        人: 工伤，在长春参保，要去北京看病
        机器人: 指南没有写清楚
        机器人: 去省外怎么办，指南没有写
        机器人: 12333
        不说: 备案类型是
        人: 医生转的
        机器人: 不改变结果
        不说: 您要去哪里看病
        """);

    [Fact]
    public Task WhoHasTravelledWithoutAFilingIsToldThatNothingIsPaid() => talk.PlayAsync("""
        人: 我在长春交的工伤保险，长期住吉林市，已经出院结账了，没备案
        人: 办好了
        人: 治疗
        机器人: 不在范围里
        机器人: 没有备案，工伤保险基金不付
        """);

    [Fact]
    public Task TheSchemeIsAskedForWhereTwoGuidesSpeak() => talk.PlayAsync("""
        人: 我要去外地看病，怎么备案
        人: 长春
        机器人: 您要办的是哪一种保险
        按钮: 基本医疗保险｜工伤保险
        人: 工伤
        机器人: 您要去哪里看病
        """);

    [Theory]
    [InlineData("我的医保在长春，要去北京看病")]
    [InlineData("我在蛟河参保，要去北京看病")]
    [InlineData("我在江门参保，要去北京看病")]
    public async Task TheSchemeIsNotAskedForWhenItIsSaidOrOnlyOneGuideSpeaks(string text) => await talk.PlayAsync($"""
        人: {text}
        机器人: 去
        不说: 您要办的是哪一种保险
        """);

    [Fact]
    public Task TheInsuredPlaceIsAskedForInTheWordsOfTheScheme() => talk.PlayAsync("""
        人: 工伤要去外地看病，怎么备案
        机器人: 您的工伤保险是在哪里交的
        不说: 医保
        人: 吉林市
        机器人: 还没有吉林省吉林市的工伤保险指南
        机器人: 吉林省长春市（工伤保险）
        机器人: 12333
        不说: 异地就医直接结算
        """);

    [Fact]
    public Task AWorkInjuryIsNeverToldOfMedicalInsurance() => talk.PlayAsync("""
        人: 工伤要去外地看病，怎么备案
        人: 成都
        机器人: 还没有四川省成都市的工伤保险指南
        不说: 2018年
        不说: 您要去哪里看病
        """);

    [Fact]
    public Task AStageThatIsToldDoesNotAnswerWhetherTheInjuryIsConfirmed() => talk.PlayAsync("""
        人: 我在长春参加工伤保险，医生让我转院去吉林市的医院治疗，怎么备案
        机器人: 这四样里办好一样了吗
        人: 还没去看病
        机器人: 看病进度：还没去看病
        机器人: 这四样里办好一样了吗
        人: 为什么
        机器人: 办好其中一样，才能申请备案
        机器人: 已完成工伤认定、工伤复发确认
        人: 转院路费报不报
        机器人: 交通食宿费
        机器人: 这四样里办好一样了吗
        人: 苹果
        人: 香蕉
        人: 橘子
        机器人: 1. 办好了
        机器人: 12333
        按钮: 先不办了
        人: 办好了
        人: 上一步
        机器人: 这四样里办好一样了吗
        """);

    [Fact]
    public Task WhyTheFormIsOfferedIsExplained() => talk.PlayAsync("""
        人: 我在长春交的工伤保险，医生让我转院去吉林市治疗，还没去看病
        人: 办好了
        人: 治疗
        机器人: 要准备的材料
        人: 为什么
        机器人: 这种备案要交一张纸的备案表
        人: 上一步
        不说: 要准备的材料
        """);

    [Fact]
    public Task AfterTheEndOneCanStillGoBackAndAskWhy() => talk.PlayAsync("""
        人: 我在长春交的工伤保险，医生让我转院去吉林市治疗，还没去看病
        人: 都还没有
        机器人: 才可以申请备案
        人: 为什么
        机器人: 工伤认定、工伤复发确认、工伤康复确认或辅助器具配置确认的，才可以申请备案
        机器人: 三、人员范围：“在长春市参加工伤保险且享受待遇状态正常
        不说: 没有看懂
        人: 上一步
        不说: 要准备的材料
        """);
}
