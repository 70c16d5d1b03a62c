using PolicyBot.Bot.Language;

namespace PolicyBot.Tests.Bot.Language;

public class UtteranceReaderTests
{
    [Theory]
    [InlineData(Intent.Greeting, "你好", "您好！", "在吗", "有人吗？", "hi", "Hello", "早上好", "喂", "哈喽", "你好呀～", "你好，在吗")]
    [InlineData(Intent.Thanks, "谢谢", "谢谢你", "多谢啦", "好的谢谢", "辛苦了", "謝謝", "谢谢您的耐心解答", "知道了", "明白了")]
    [InlineData(Intent.Cancel, "取消", "不办了", "算了", "我不想办了", "退出", "那就取消吧", "不整了", "算了，不弄了", "取消办理", "放弃", "下次再说吧", "不弄了，太麻烦了")]
    [InlineData(Intent.Back, "上一步", "返回", "退回去", "返回上一步", "回到上一题", "上一个问题", "我要返回", "退一步", "上一步吧", "改一下上一个")]
    [InlineData(Intent.Restart, "重新开始", "重来", "从头开始", "我要重新填", "重新来一遍吧", "清空重来", "重新办")]
    [InlineData(Intent.Resume, "继续", "接着办", "继续上次的", "我上次没填完，接着填", "下一步", "继续填", "那继续吧")]
    [InlineData(Intent.Why, "为什么要问", "为什么要问这个", "问这个干嘛", "问这个干啥", "为啥要填这个", "为什么要我的身份证", "要这个有什么用", "为啥", "这跟看病有啥关系", "干嘛要填电话")]
    [InlineData(Intent.Skip, "跳过", "先跳过", "不想填", "不知道", "不清楚", "俺不晓得", "忘了", "记不清了", "我也不知道", "下一题", "说不准", "没想好")]
    [InlineData(Intent.Help, "帮助", "怎么用", "你能做什么", "你会干啥", "看不懂", "我不会用", "该怎么回答", "你是谁", "这个咋用")]
    [InlineData(Intent.Human, "人工", "转人工", "我要人工服务", "找个真人", "打电话", "客服电话", "你们电话多少", "我要跟人说话", "你是机器人吗", "帮我转接人工", "转人工客服谢谢")]
    [InlineData(Intent.Status, "我的备案到哪一步了", "查进度", "审核通过了吗", "备案好了吗", "批下来没有", "帮我查一下备案进度", "我上周办的备案怎么样了", "审核到哪里了", "我妈的备案办好了没", "备案编号忘了", "进度怎么查", "通过了没")]
    [InlineData(Intent.Confirm, "确认", "对", "是的", "没问题", "提交", "嗯", "好的", "行", "OK", "对对对", "中", "要得", "没错，提交吧", "信息无误", "我同意", "成", "对头", "可以的")]
    [InlineData(Intent.Deny, "不对", "不是", "先不", "没有", "不同意", "先别提交", "等一下", "不", "不行", "有错误", "还没有", "不要", "再想想")]
    public void AShortMessageHasItsIntent(Intent intent, params string[] messages) =>
        Assert.All(messages, message => Is(intent, message));

    [Theory]
    [InlineData(Intent.StartFiling, "我要备案", "去哪里办理", "我妈今年78了在吴江参保现在住我上海家里想办备案", "怎么备案", "帮我办", "异地就医怎么备案", "我要办异地就医", "备案咋办理", "我在吴江参保，要去北京长期住儿子家，怎么备案",
        "我要去北京看病", "你好，我想办个异地备案", "帮我妈办备案", "去哪办备案", "想给老伴登记一下异地就医", "我爸在外地住院了，该怎么办", "俺要去长春住院，咋整",
        "医生让我转到北京，要办什么手续", "异地备案", "我要异地备案怎么弄", "我想去上海做手术")]
    [InlineData(Intent.Question, "承诺书是什么意思", "要什么材料", "多久能批下来", "报销多少", "去上海看病要备案吗", "取消备案要什么手续", "备案可以取消吗", "转诊要什么材料",
        "能报几成", "啥时候能生效", "备案有效期多长", "异地药店能刷卡吗", "急诊咋报", "要不要交钱", "备案以后还能在本地看病不", "没备案能报销吗", "孩子出生证明能用吗",
        "承诺书咋写", "在外地看病中不中直接结算", "报销比例", "怎么取消备案", "去北京看门诊要备案吗", "医保卡丢了能用不", "居住证过期了行不行", "住院押金要自己付吗",
        "为什么报销比例低", "几个工作日", "备案要交钱不", "能不能网上办", "什么是异地安置", "慢病能直接结算吗？", "我没有居住证怎么办", "劳动合同丢了咋办", "忘了备案怎么办")]
    [InlineData(Intent.None, "北京", "张三", "32050919500101123X", "13812345678", "女儿家", "12月1号", "2万", "第二个", "吴江区松陵街道", "住院", "转诊", "居住证", "北京吗", "门诊", "是转诊的", "下周一行吗", "上海市黄浦区人民路1号")]
    [InlineData(Intent.Correct, "刚才说错了，是去杭州", "我说错了", "填错了", "不对，是杭州", "名字写错了", "身份证号填错了，是320509195001011237", "刚才选错了", "改成上海", "我要改手机号", "应该是苏州", "前面说的不对，我是去南京", "不是北京，是天津", "俺刚才打错了")]
    public void ALongerMessageHasItsIntent(Intent intent, params string[] messages) =>
        Assert.All(messages, message => Is(intent, message));

    [Theory]
    [InlineData("刚才说错了，是去杭州", "去杭州")]
    [InlineData("说错了，应该是杭州", "杭州")]
    [InlineData("不对，是杭州", "杭州")]
    [InlineData("不是北京，是天津", "天津")]
    [InlineData("上面我写错了，不是北京，是天津", "天津")]
    [InlineData("改成上海", "上海")]
    [InlineData("我要改手机号", null)]
    [InlineData("身份证号填错了，是11010519491231002X", "11010519491231002x")]
    [InlineData("我说错了", null)]
    public void ACorrectionGivesTheNewAnswer(string message, string? rest) => Assert.Equal(rest, Read(message).CorrectionRest);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀😀")]
    [InlineData("。。。")]
    [InlineData("？？？")]
    [InlineData("asdfgh")]
    [InlineData("asdkjfh")]
    [InlineData("qwerty")]
    [InlineData("啊啊啊啊啊")]
    [InlineData("哈哈哈哈")]
    [InlineData("\u200B\u200B")]
    [InlineData("👍")]
    public void AMessageWithoutWordsIsNoise(string message) => Assert.True(Read(message).IsEmptyOrNoise);

    [Theory]
    [InlineData("1")]
    [InlineData("①")]
    [InlineData("B")]
    [InlineData("2️⃣")]
    [InlineData("beijing")]
    [InlineData("嗯嗯")]
    [InlineData("对对对")]
    [InlineData("1111")]
    [InlineData("ok")]
    [InlineData("张三")]
    public void AShortAnswerIsNoNoise(string message) => Assert.False(Read(message).IsEmptyOrNoise);

    [Theory]
    [InlineData("没有", true)]
    [InlineData("不知道", true)]
    [InlineData("好的", true)]
    [InlineData("我要去北京看病", true)]
    [InlineData("不是北京，是天津", true)]
    [InlineData("北京吗", true)]
    [InlineData("取消", false)]
    [InlineData("上一步", false)]
    [InlineData("转人工", false)]
    [InlineData("承诺书是什么意思", false)]
    [InlineData("怎么备案", false)]
    public void OnlyWhatMayBeAnAnswerIsTriedAsOne(string message, bool mayAnswer) => Assert.Equal(mayAnswer, Read(message).MayAnswer);

    [Fact]
    public void ALongMessageIsNotRead()
    {
        var read = Read(new string('转', 10_000));
        Assert.True(read.IsTooLong);
        Assert.Equal(Intent.None, read.Intent);
        Assert.Empty(read.Facts);
    }

    [Fact]
    public void TheFactsOfAMessageAreRead() => Assert.Equal(
        ["reason=long-term-residence", "stage=before-care"], Readers.Shown(Read("我在吴江参保，要去北京长期住儿子家，怎么备案").Facts));

    private static Utterance Read(string message) => Readers.Utterances.Read(message);

    private static void Is(Intent intent, string message) => Assert.True(Read(message).Intent == intent, $"{message}: {Read(message).Intent}");
}
