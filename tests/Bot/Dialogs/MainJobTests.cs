using PolicyBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>The main job, from the first message to the filing that can be asked for later.</summary>
public sealed class MainJobTests(ITestOutputHelper output)
{
    [Fact]
    public async Task APersonFilesFromTheFirstMessageToTheNumber()
    {
        var conversation = new Conversation();
        var transcript = new Transcript(conversation);
        try
        {
            await transcript.PlayAsync("""
                人: 你好
                机器人: 异地就医备案的助手
                按钮: 我要去外地看病，怎么备案｜我的备案到哪一步了
                人: 我在吴江参保，要去北京长期住儿子家，怎么备案
                机器人: 江苏省苏州市吴江区
                机器人: 北京市
                机器人: 异地长期居住人员
                机器人: 您想现在就在这里办备案吗
                不说: 您为什么去外地看病
                人: 承诺书是什么意思
                机器人: 个人承诺书
                机器人: 苏州市吴江区参保人员异地就医备案业务宣传
                机器人: 您想现在就在这里办备案吗
                人: 刚才说错了，是去杭州
                机器人: 浙江省杭州市
                机器人: 您想现在就在这里办备案吗
                人: 现在就办
                机器人: 您同意吗
                人: 同意
                机器人: 姓名
                人: 王秀英
                机器人: 身份证号
                """);
            await transcript.PlayAsync($"""
                人: {Some.IdNumber}
                机器人: 手机号
                人: {Some.Phone}
                机器人: 备案开始日期
                人: 今天
                机器人: 您用哪一样
                人: 社会保障卡
                机器人: 社会保障卡
                照片: upload-card
                机器人: 您用哪一样
                人: 居住证
                机器人: 居住证
                照片: upload-permit
                机器人: 请核对您填的内容
                机器人: 浙江省杭州市
                人: 确认提交
                机器人: 备案编号是 320509-20261201-0000001
                人: 确认提交
                机器人: 已经提交过了，编号是 320509-20261201-0000001
                人: 我的备案到哪一步了
                机器人: 320509-20261201-0000001
                机器人: 已提交，等审核
                """);
            Assert.Single(conversation.Desk.Submissions);
            Assert.Equal(2, conversation.Desk.Attached.Count);
        }
        finally
        {
            output.WriteLine(transcript.Played);
        }
    }
}
