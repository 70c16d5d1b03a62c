using Microsoft.Playwright;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.EndToEnd;

/// <summary>The papers for a window filing in Chromium on the whole host: from the chat to the printed page and the Word file.</summary>
public sealed class PaperFormTests(Browser browser, RunningHost host) : IClassFixture<Browser>, IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_person_in_Changchun_gets_the_form_filled_in()
    {
        await using var context = await browser.PhoneAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Address.ToString());
        await Assertions.Expect(page.GetByText("我是异地就医备案的助手").First).ToBeVisibleAsync();
        foreach (var (text, answer) in new (string, string)[]
        {
            ("我在长春朝阳区参加工伤保险，要转诊到吉林市看病", "办好一样了吗"), ("办好了", "治疗、康复"), ("治疗", "到哪一步"), ("还没去看病", "帮您把备案表填好"),
            ("帮我填好", "您同意吗"), ("同意", "姓名"), ("王秀英", "身份证号码"), (Some.IdNumber, "工伤部位"), ("右手食指", "工作单位"),
            ("跳过", "联系电话"), (Some.Phone, "备案类别"), ("新增", "协议机构"), ("跳过", "请核对您填的内容"), ("没错，做成文件", "没有替您提交"),
        })
        {
            await ChatPage.SayAsync(page, text);
            await Assertions.Expect(page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)", new() { HasText = answer }).Last).ToBeVisibleAsync();
        }

        await page.ScreenshotAsync(new() { Path = Browser.Picture("paper-form-chat") });
        var printed = await context.RunAndWaitForPageAsync(() => page.GetByText("打开网页，可以打印").Last.ClickAsync());
        await Assertions.Expect(printed.GetByText("王秀英")).ToBeVisibleAsync();
        await Assertions.Expect(printed.GetByText("☑异地就医（转诊转院）人员")).ToBeVisibleAsync();
        Assert.Equal("collapse", await printed.EvaluateAsync<string>("getComputedStyle(document.querySelector('table')).borderCollapse"));
        await printed.ScreenshotAsync(new() { Path = Browser.Picture("paper-form-page"), FullPage = true });

        var word = await page.GetByText("下载文档，可以再改").Last.EvaluateAsync<string>("element => element.closest('a').href");
        Assert.Equal("attachment", (await host.Client.GetAsync(word)).Content.Headers.ContentDisposition!.DispositionType);
        await ChatPage.AssertNoEnglishAsync(page);
    }
}
