using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Hotline.Staff;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.EndToEnd;

/// <summary>The clerk's pages on the whole host.</summary>
public sealed class ClerkTests(RunningHost host, Browser browser) : IClassFixture<RunningHost>, IClassFixture<Browser>
{
    private const string Password = HotlineHost.Password;

    [Fact]
    public async Task WithoutSignInOnlyTheSignInIsReachableAndWithoutTheRoleNoFiling()
    {
        using var stranger = Client();
        using var agent = Client();
        await host.Services.GetRequiredService<IStaffAccounts>().AddAsync("zuoxi", [StaffRoles.Agent], Password, default);
        (await HotlineHost.SignInAsync(agent, "zuoxi", Password)).Dispose();
        var (open, walked) = (new List<string>(), 0);
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (!pattern.StartsWith("/hotline", StringComparison.Ordinal))
            {
                continue;
            }

            var method = Assert.Single(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods);
            var path = pattern.Replace("{number}", "320509-20261201-0000000", StringComparison.Ordinal).Replace("{attachment}", Some.Key(), StringComparison.Ordinal);
            walked++;
            using var answer = await SendAsync(stranger, method, path);
            if (answer.StatusCode != HttpStatusCode.Found || !answer.Headers.Location!.PathAndQuery.StartsWith("/hotline/sign-in", StringComparison.Ordinal))
            {
                open.Add($"{method} {path}");
            }

            if (path.StartsWith("/hotline/filings", StringComparison.Ordinal))
            {
                using var refused = await SendAsync(agent, method, path);
                Assert.Equal((path, HttpStatusCode.Forbidden), (path, refused.StatusCode));
            }
        }

        Assert.Equal(12, walked);
        Assert.Equal(["GET /hotline/hotline.css", "GET /hotline/sign-in", "POST /hotline/sign-in"], open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AClerkReturnsAFilingThePersonHandsInAndTheClerkApproves()
    {
        await host.Services.GetRequiredService<IStaffAccounts>().AddAsync("王经办", [StaffRoles.Clerk], Password, default);
        var number = await HotlineHost.FileAsync(host.Services);
        await using var context = await browser.DesktopAsync();
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) => faults.Add(message.Text);

        await page.GotoAsync($"{host.Address}hotline/filings");
        await PictureAsync(page, "sign-in");
        await page.GetByLabel("账号").FillAsync("王经办");
        await page.GetByLabel("密码").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "待审核" })).ToBeVisibleAsync();
        await PictureAsync(page, "queue");
        await page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await PictureAsync(page, "untaken");
        var photo = await context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "居住证.jpg" }).ClickAsync());
        await Assertions.Expect(photo.Locator("img")).ToBeVisibleAsync();
        await photo.CloseAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "受理" }).ClickAsync();
        var back = page.Locator("section", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "退回补材料" }) });
        await back.GetByLabel("理由").FillAsync("居住证看不清，请重拍。");
        await back.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请选择要补交哪些材料");
        await back.GetByLabel("居住证").CheckAsync();
        await PictureAsync(page, "filing");
        await back.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator("dd").First).ToContainTextAsync("已退回");

        var api = HotlineHost.Api(host.Services);
        Assert.Equal(FilingState.Returned, (await api.FindAsync(number, Some.IdNumber[^4..], default)).State);
        await HotlineHost.SupplementAsync(host.Services, number);
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "受理" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("dd").First).ToContainTextAsync("有效");
        Assert.Equal(FilingState.Active, (await api.FindAsync(number, Some.IdNumber[^4..], default)).State);
        await PictureAsync(page, "approved");
        Assert.DoesNotContain(faults, text => text.Contains("Content Security Policy", StringComparison.Ordinal) && !text.Contains("attachments", StringComparison.Ordinal));
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ScreenshotAsync(new() { Path = Browser.Picture($"clerk-{name}-{scheme.ToString().ToLowerInvariant()}") });
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        }
    }

    private HttpClient Client() => new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        return await client.SendAsync(request);
    }
}
