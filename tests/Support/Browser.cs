using Microsoft.Playwright;

namespace PolicyBot.Tests.Support;

/// <summary>
/// Debian's Chromium, started once for all tests that share it as a class or collection fixture. The browser is the
/// machine's own: Playwright downloads none, and Chromium is told to call nobody.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async Task InitializeAsync()
    {
        // Two cores run many tests at a time; what is expected may take a while, and fails only when it does not come.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
    }

    /// <summary>A phone of 390 × 844, held upright; its own cookies and storage.</summary>
    public Task<IBrowserContext> PhoneAsync() => ContextAsync(new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        DeviceScaleFactor = 2,
        HasTouch = true,
        IsMobile = true,
    });

    /// <summary>An office computer of 1366 × 768; its own cookies and storage.</summary>
    public Task<IBrowserContext> DesktopAsync() => ContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 } });

    /// <summary>Where a test's picture goes, to be looked at: artifacts/screenshots.</summary>
    public static string Picture(string name) => Path.Combine(Repository.Root, "artifacts", "screenshots", $"{name}.png");

    public async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options)
    {
        options.Locale = "zh-CN";
        options.TimezoneId = "Asia/Shanghai";
        return chromium!.NewContextAsync(options);
    }
}
