using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.EndToEnd;

/// <summary>The main job in Chromium on the whole host: from the first message to a stored filing.</summary>
public sealed class MainJobTests(Browser browser, RunningHost host) : IClassFixture<Browser>, IClassFixture<RunningHost>
{
    private int pictures;

    [Fact]
    public async Task A_person_on_a_phone_files_and_asks_for_the_filing()
    {
        await using var context = await browser.PhoneAsync();
        var page = await OpenAsync(context);
        await SayAsync(page, "你好", "参保");
        await SayAsync(page, "我在吴江参保，要去北京长期住儿子家，怎么备案", "备案类型是");
        await Assertions.Expect(page.GetByText("与吴江本地一致").First).ToBeAttachedAsync();
        await SayAsync(page, "承诺书是什么意思", "有效期为15日");
        await Assertions.Expect(page.GetByRole(AriaRole.Toolbar).GetByText("现在就办")).ToBeInViewportAsync();
        await SayAsync(page, "刚才说错了，是去杭州", "浙江省杭州市");
        await ChooseAsync(page, "现在就办", "您同意吗");
        await ChooseAsync(page, "同意", "姓名");
        await SayAsync(page, "张小明", "身份证号");
        await SayAsync(page, "110105194912310021", "有一位不对");
        await SayAsync(page, Some.IdNumber, "手机号");
        await SayAsync(page, "1380013800a", "字母");
        await SayAsync(page, "13800138000", "开始日期");
        await SayAsync(page, "明天", "您用哪一样");
        await ChooseAsync(page, "有效身份证件", "拍一张");
        await UploadAsync(page, "身份证.png", "您用哪一样");
        await ChooseAsync(page, "居住证", "居住证”的照片");
        await UploadAsync(page, "居住证.png", "确认");
        await ChatPage.AssertNoEnglishAsync(page, "PDF", "png");
        await ChooseAsync(page, "确认提交", "320509-");
        await SayAsync(page, "确认提交", "已经提交过");
        await SayAsync(page, "我的备案到哪一步了", "320509-");
        await ChatPage.AssertBigEnoughAsync(page);

        await using var filings = new SqliteConnection($"Data Source={host.Data}/filing.db;Mode=ReadOnly");
        Assert.Equal(1, await filings.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM filings"));
        Assert.Equal(2, Directory.EnumerateFiles($"{host.Data}/attachments", "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task A_hotline_agent_at_a_desk_gets_an_answer_with_its_source()
    {
        await using var context = await browser.DesktopAsync();
        var page = await OpenAsync(context);
        await ChatPage.SayAsync(page, "我在吴江参保，零星报销住院要带什么");

        await Assertions.Expect(page.GetByText("诊断证明或出院小结").First).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Browser.Picture("main-job-desktop") });
        await ChatPage.AssertNoEnglishAsync(page);
    }

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Address.ToString());
        await Assertions.Expect(page.GetByText("我是异地就医备案的助手").First).ToBeVisibleAsync();
        return page;
    }

    private async Task SayAsync(IPage page, string text, string answer)
    {
        await ChatPage.SayAsync(page, text);
        await SeeAsync(page, answer);
    }

    private async Task ChooseAsync(IPage page, string choice, string answer)
    {
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = choice, Exact = true }).ClickAsync();
        await SeeAsync(page, answer);
    }

    private async Task UploadAsync(IPage page, string name, string answer)
    {
        var photo = await page.ScreenshotAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = photo });
        await SeeAsync(page, answer);
    }

    /// <summary>The last thing that the bot said holds these words; a picture of it is kept to be looked at.</summary>
    private async Task SeeAsync(IPage page, string words)
    {
        await Assertions.Expect(page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)", new() { HasText = words }).Last).ToBeInViewportAsync();
        await page.ScreenshotAsync(new() { Path = Browser.Picture($"main-job-{++pictures:00}") });
    }
}
