using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Forms;
using PolicyBot.Tests.Knowledge.Forms;
using PolicyBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>Where nothing is filed online, the papers are prepared: from the question to the files.</summary>
public sealed partial class PaperFormTests(ITestOutputHelper output)
{
    private readonly Talk talk = new(output);

    [Fact]
    public async Task FromTheQuestionToTheFilledForm()
    {
        await ToTheNameAsync();
        await talk.PlayAsync($"""
            人: 王秀英
            机器人: 身份证号码
            人: {Some.IdNumber}
            机器人: 工伤部位
            人: 右手食指
            机器人: 工作单位
            人: 长春市某某机械厂
            机器人: 联系电话
            人: {Some.Phone}
            机器人: 备案类别
            按钮: 新增｜变更｜跳过
            人: 新增
            机器人: 协议机构
            人: 吉林市中心医院
            机器人: 请核对您填的内容
            机器人: 右手食指
            按钮: 没错，做成文件｜要改一下
            人: 没错，做成文件
            机器人: 没有替您提交
            机器人: 参保地经办窗口
            机器人: 12333
            不说: 提交好了
            人: 确认
            机器人: 没有替您提交
            """);
        Assert.Empty(talk.Conversation.Desk.Submissions);

        var text = await TextOfPapersAsync();
        Assert.All(
            new[] { "王秀英", Some.IdNumber, Some.Phone, "女", "右手食指", "长春市某某机械厂", "☑新增", "□变更", "☑异地就医（转诊转院）人员", "吉林省吉林市", "吉林市中心医院" },
            value => Assert.Contains(value, text, StringComparison.Ordinal));
        var stored = await talk.Conversation.StoredAsync();
        Assert.All(
            new[] { "王秀英", Some.IdNumber, Some.Phone, "右手食指", "机械厂" },
            value => Assert.DoesNotContain(value, stored, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryFieldCanBeSkippedAndIsLeftToThePen()
    {
        await ToTheNameAsync();
        await talk.PlayAsync("""
            人: 跳过
            机器人: 身份证号码
            人: 跳过
            人: 不知道
            人: 跳过
            人: 跳过
            机器人: 备案类别
            人: 跳过
            机器人: 协议机构
            人: 跳过
            机器人: （没有填）
            人: 没错，做成文件
            机器人: 没有替您提交
            """);

        var text = await TextOfPapersAsync();
        Assert.Contains("要用笔填的：姓名、性别、身份证号码、工伤部位、工作单位、联系电话、备案类别、协议机构（名称）", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerIsChangedAtTheReview()
    {
        await ToTheNameAsync();
        await talk.PlayAsync("""
            人: 王秀英
            人: 跳过
            人: 跳过
            人: 跳过
            人: 跳过
            人: 跳过
            人: 跳过
            机器人: 王秀英
            人: 改姓名
            机器人: 姓名
            人: 王秀云
            机器人: 王秀云
            人: 没错，做成文件
            """);
        Assert.Contains("王秀云", await TextOfPapersAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverDeclinesGetsTheChecklistAndIsAskedNothing()
    {
        await ToTheWishAsync();
        await talk.PlayAsync("""
            人: 帮我填好
            人: 不同意
            机器人: 清单
            按钮: 打印办事清单｜帮我填备案表
            不说: 姓名
            人: 打印办事清单
            机器人: 没有替您提交
            机器人: 参保地经办窗口
            人: 帮我填备案表
            机器人: 帮您把备案表填好
            """);
        var text = await TextOfPapersAsync();
        Assert.Contains("工伤认定决定书", text, StringComparison.Ordinal);
        Assert.DoesNotContain("初诊医师", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheGuidePrintsNoFormThereIsAChecklistAndNoInventedForm()
    {
        await talk.PlayAsync("""
            人: 我在江门开平市参保，要去广州长期住，住院
            """);
        await talk.PlayAsync("""
            人: 满半年了
            人: 我自己去办
            按钮: 打印办事清单
            人: 打印办事清单
            机器人: 没有替您提交
            机器人: 指南没有附备案表的样子
            机器人: 2256983
            """);
        var text = await TextOfPapersAsync();
        Assert.Contains("《江门市基本医疗保险异地就医医疗机构申请表》", text, StringComparison.Ordinal);
        Assert.Contains("指南只写了表的名字", text, StringComparison.Ordinal);
        Assert.Contains("开平市 备案电话 2256983", text, StringComparison.Ordinal);
        Assert.Contains("工作日上午8:30至12:00,下午14:30至17:30", text, StringComparison.Ordinal);
        Assert.DoesNotContain("台山市", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheHospitalFilesTheChecklistSaysSo()
    {
        await talk.PlayAsync("""
            人: 我在江门开平市参保，要转诊到广州住院
            人: 还没去看病
            按钮: 打印办事清单
            人: 打印办事清单
            机器人: 没有替您提交
            不说: 指南没有附备案表的样子
            """);
        Assert.Contains("由医院来办", await TextOfPapersAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartingAgainDeletesWhatWasPrepared()
    {
        await ToTheNameAsync();
        await talk.PlayAsync("""
            人: 王秀英
            人: 跳过
            人: 跳过
            人: 跳过
            人: 跳过
            人: 跳过
            人: 跳过
            人: 没错，做成文件
            机器人: 没有替您提交
            """);
        var id = Prepared().Match(talk.Last).Groups["id"].Value;
        Assert.NotNull(await talk.Conversation.Papers.FindAsync(id, "conversation", default));

        await talk.PlayAsync("""
            人: 重新开始
            """);
        Assert.Null(await talk.Conversation.Papers.FindAsync(id, "conversation", default));
    }

    private Task ToTheWishAsync() => talk.PlayAsync("""
        人: 我在长春朝阳区参加工伤保险，要转诊到吉林市看病
        人: 办好了
        人: 治疗
        人: 还没去看病
        机器人: 帮您把备案表填好
        """);

    private async Task ToTheNameAsync()
    {
        await ToTheWishAsync();
        await talk.PlayAsync("""
            人: 帮我填好
            机器人: 我不会替您提交
            按钮: 同意｜不同意
            人: 同意
            机器人: 姓名
            """);
    }

    private async Task<string> TextOfPapersAsync()
    {
        var id = Prepared().Match(talk.Last).Groups["id"].Value;
        var kept = await talk.Conversation.Papers.FindAsync(id, "conversation", default);
        return SomePaperwork.TextOfWord(WordPaper.Write(SomePaperwork.Maker.Make(kept!.Situation, kept.Answers)));
    }

    [GeneratedRegex(@"\(/v3/directline/conversations/conversation/papers/(?<id>[^/]+)/paper\.docx\)", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, 1000)]
    private static partial Regex Prepared();
}
