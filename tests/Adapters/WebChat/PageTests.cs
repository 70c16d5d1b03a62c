using Microsoft.Playwright;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.WebChat;

/// <summary>The page with the unmodified Web Chat, in Chromium.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task APersonTalksWithTheBotOnAPhone()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        await using var context = await browser.PhoneAsync();
        var page = await OpenAsync(context, host);
        await Assertions.Expect(page.GetByText("请告诉我：在哪里参保").First).ToBeVisibleAsync();

        await ChatPage.SayAsync(page, "我在吴江参保，退休以后一直住在上海女儿家里，请问我去上海的医院看病住院需要先办理异地就医备案手续吗");
        await Assertions.Expect(page.GetByText("听到：我在吴江参保").First).ToBeVisibleAsync();
        await ChatPage.SayAsync(page, "选择");
        await Assertions.Expect(ChatPage.Choice(page, "医院开了转诊证明")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("您去外地的原因是什么？").Last).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.ScreenshotAsync(new() { Path = Browser.Picture("webchat-phone") });

        await ChatPage.AssertBigEnoughAsync(page);
        await ChatPage.Choice(page, "医院开了转诊证明").ClickAsync();
        await Assertions.Expect(page.GetByText("听到：医院开了转诊证明").First).ToBeVisibleAsync();
        await ChatPage.AssertNoEnglishAsync(page);
        Assert.Empty(complaints);
        Assert.All(requests, request => Assert.StartsWith(host.Authority, new Uri(request).Authority));
    }

    [Fact]
    public async Task APersonTalksWithTheBotOnAComputer()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        await using var context = await browser.DesktopAsync();
        var page = await OpenAsync(context, host);

        await ChatPage.SayAsync(page, "请看 [国家医保服务平台](https://example.gov.cn) 或者：\n- 第一步\n- 第二步");
        await ChatPage.SayAsync(page, "选择");
        await Assertions.Expect(ChatPage.Choice(page, "突发急病抢救")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("您去外地的原因是什么？").Last).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.ScreenshotAsync(new() { Path = Browser.Picture("webchat-desktop") });

        await ChatPage.AssertNoEnglishAsync(page, "https", "example", "gov", "cn");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task APhotoIsSentWhenItIsChosenAndIsShown()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        await using var context = await browser.PhoneAsync();
        var page = await OpenAsync(context, host);
        await page.ScreenshotAsync(new() { Path = Browser.Picture("webchat-start") });
        var photo = await File.ReadAllBytesAsync(Browser.Picture("webchat-start"));

        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "居住证.png", MimeType = "image/png", Buffer = photo });
        await Assertions.Expect(page.GetByText("收到：居住证.png").First).ToBeVisibleAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "病历.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await Assertions.Expect(page.GetByText("收到：病历.pdf").First).ToBeVisibleAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "病毒.jpg", MimeType = "image/jpeg", Buffer = "MZ"u8.ToArray() });
        await Assertions.Expect(page.GetByText("没收下：病毒.jpg").First).ToBeVisibleAsync();

        await page.WaitForFunctionAsync("[...document.querySelectorAll('#chat img')].some(image => image.src.includes('/uploads/') && image.naturalWidth > 100)");
        await page.ScreenshotAsync(new() { Path = Browser.Picture("webchat-upload") });
        await Assertions.Expect(page.GetByText("病毒.jpg").Last).ToBeInViewportAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task TheConversationIsThereAgainAfterAReloadAndNotInAnotherTab()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        await using var context = await browser.PhoneAsync();
        var page = await OpenAsync(context, host);
        await ChatPage.SayAsync(page, "记得我");
        await Assertions.Expect(page.GetByText("听到：记得我").First).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("听到：记得我").First).ToBeVisibleAsync();
        await ChatPage.SayAsync(page, "还在吗");
        await Assertions.Expect(page.GetByText("听到：还在吗").First).ToBeVisibleAsync();
        var other = await OpenAsync(context, host);

        await Assertions.Expect(other.GetByText("请告诉我：在哪里参保").First).ToBeVisibleAsync();
        Assert.Equal(0, await other.GetByText("记得我").CountAsync());
        Assert.Equal(2, host.Bot.Heard.Count);
    }

    [Fact]
    public async Task AnOldTokenBeginsANewConversationAndSaysSo()
    {
        var clock = new ManualClock(Some.Morning);
        await using var host = await WebChatHost.StartAsync(folder, clock);
        await using var context = await browser.PhoneAsync();
        var page = await OpenAsync(context, host);
        await Assertions.Expect(page.GetByText("请告诉我：在哪里参保").First).ToBeVisibleAsync();

        clock.Advance(TimeSpan.FromHours(13));
        await page.ReloadAsync();

        await Assertions.Expect(page.GetByText("已为您开始新的对话")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("请告诉我：在哪里参保").First).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Browser.Picture("webchat-expired") });
    }

    [Fact]
    public async Task APhoneThatSleptGoesOnInTheSameConversation()
    {
        var clock = new ManualClock(Some.Morning);
        await using var host = await WebChatHost.StartAsync(folder, clock);
        await using var context = await browser.PhoneAsync();
        var page = await OpenAsync(context, host);
        await ChatPage.SayAsync(page, "睡前");
        await Assertions.Expect(page.GetByText("听到：睡前").First).ToBeVisibleAsync();

        clock.Advance(TimeSpan.FromMinutes(40));
        // The refusal makes the page open a new connection; what is sent again before that goes over the old one.
        await page.RunAndWaitForWebSocketAsync(() => ChatPage.SayAsync(page, "醒后"));
        await page.GetByText("重新发送").Last.ClickAsync();
        await Assertions.Expect(page.GetByText("听到：醒后").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#notice")).ToBeHiddenAsync();
        await ChatPage.SayAsync(page, "醒了");

        await Assertions.Expect(page.GetByText("听到：醒了").First).ToBeVisibleAsync();
        Assert.Equal(["睡前", "醒后", "醒了"], host.Bot.Heard);
        await Assertions.Expect(page.Locator(".webchat__bubble", new() { HasText = "听到：睡前" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task WhatIsRefusedIsExplainedInPlainWords()
    {
        await using var host = await WebChatHost.StartAsync(folder, settings: ("WebChat:MaxTextLength", "20"));
        await using var context = await browser.PhoneAsync();
        var page = await OpenAsync(context, host);

        await ChatPage.SayAsync(page, new string('长', 21));

        await Assertions.Expect(page.GetByText("这条消息太长了").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("重新发送").First).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Browser.Picture("webchat-refused") });
        await ChatPage.AssertNoEnglishAsync(page);
    }

    [Fact]
    public async Task ALostConnectionIsSaidInPlainWords()
    {
        var host = await WebChatHost.StartAsync(folder);
        await using var context = await browser.PhoneAsync();
        var page = await OpenAsync(context, host);
        await Assertions.Expect(page.GetByText("请告诉我：在哪里参保").First).ToBeVisibleAsync();

        await host.DisposeAsync();
        await ChatPage.SayAsync(page, "有人吗");

        await page.ScreenshotAsync(new() { Path = Browser.Picture("webchat-lost") });
        await ChatPage.AssertNoEnglishAsync(page);
    }

    [Fact]
    public async Task AKilledSocketIsCaughtUpWithoutLossOrDoubles()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        await using var context = await browser.PhoneAsync();
        var page = await OpenAsync(context, host);

        host.CloseSockets();
        await ChatPage.SayAsync(page, "断线时");

        // The client waits between 3 and 15 seconds before it asks again.
        await Assertions.Expect(page.GetByText("听到：断线时").First).ToBeVisibleAsync(new() { Timeout = 25_000 });
        Assert.Equal(["断线时"], host.Bot.Heard);
        await Assertions.Expect(page.Locator(".webchat__bubble", new() { HasText = "听到：断线时" })).ToHaveCountAsync(1);
        await page.ScreenshotAsync(new() { Path = Browser.Picture("webchat-caught-up") });
        await ChatPage.AssertNoEnglishAsync(page);
    }

    [Fact]
    public async Task TheBotIsSeenTyping()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        await using var context = await browser.PhoneAsync();
        var page = await OpenAsync(context, host);

        await ChatPage.SayAsync(page, "输入");

        await Assertions.Expect(page.GetByText("查到了").First).ToBeVisibleAsync();
        await ChatPage.AssertNoEnglishAsync(page);
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, WebChatHost host)
    {
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal))
            {
                requests.Add(request.Url);
            }
        };
        await page.GotoAsync(host.Address.ToString());
        await Assertions.Expect(page.GetByText("请告诉我：在哪里参保").First).ToBeVisibleAsync();
        return page;
    }
}
