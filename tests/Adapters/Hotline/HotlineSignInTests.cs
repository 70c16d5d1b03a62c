using System.Net;
using Dapper;
using PolicyBot.Adapters.Hotline.Staff;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Hotline;

public sealed class HotlineSignInTests : IAsyncLifetime
{
    private HotlineHost host = null!;

    public async Task InitializeAsync() => host = await HotlineHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task AWrongPasswordAnUnknownNameAndALockSayTheSame()
    {
        await host.Staff.AddAsync("wang", [StaffRoles.Clerk], HotlineHost.Password, default);
        using var client = host.Client();
        var said = new HashSet<string>();
        foreach (var name in Enumerable.Repeat("wang", 5).Append("nobody"))
        {
            using var wrong = await HotlineHost.SignInAsync(client, name, "wrong");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            said.Add(Problem(await wrong.Content.ReadAsStringAsync()));
        }

        using var locked = await HotlineHost.SignInAsync(client, "wang", HotlineHost.Password);
        said.Add(Problem(await locked.Content.ReadAsStringAsync()));
        Assert.Contains("登录没有成功", Assert.Single(said), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        using var later = await HotlineHost.SignInAsync(client, "wang", HotlineHost.Password);
        Assert.Equal(HttpStatusCode.Found, later.StatusCode);
        Assert.Equal([.. Enumerable.Repeat("staff/wang", 5), "staff/?", "staff/wang", "staff/wang"], await ActorsAsync());
    }

    [Fact]
    public async Task TheCookieIsKeptFromScriptsAndOtherSites()
    {
        await host.Staff.AddAsync("wang", [StaffRoles.Clerk], HotlineHost.Password, default);
        using var client = host.Client();
        using var answer = await HotlineHost.SignInAsync(client, "wang", HotlineHost.Password);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("policybot-staff=", StringComparison.Ordinal));
        Assert.All(["httponly", "samesite=strict", "path=/hotline"], word => Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task ASessionEndsAfterHalfAnHourOfRestAndAfterTenHours()
    {
        using var client = await host.SignedInAsync("wang", StaffRoles.Clerk);
        for (var i = 0; i < 20; i++)
        {
            await AssertInAsync(client);
            host.Clock.Advance(TimeSpan.FromMinutes(29));
        }

        await AssertInAsync(client);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        await AssertOutAsync(client);
        using var again = await HotlineHost.SignInAsync(client, "wang", HotlineHost.Password);
        await AssertInAsync(client);
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        await AssertOutAsync(client);
    }

    [Fact]
    public async Task ASessionEndsAtOnceWithTheAccountItsPasswordAndTheSignOut()
    {
        using var disabled = await host.SignedInAsync("wang", StaffRoles.Clerk);
        using var changed = await host.SignedInAsync("li", StaffRoles.Clerk);
        using var left = await host.SignedInAsync("zhao", StaffRoles.Clerk);
        await host.Staff.DisableAsync("wang", default);
        await host.Staff.SetPasswordAsync("li", HotlineHost.Password + "-2", default);
        using var gone = await HotlineHost.PostAsync(left, "/hotline/filings", "/hotline/sign-out");
        Assert.Equal("/hotline/sign-in", gone.Headers.Location!.OriginalString);
        await AssertOutAsync(disabled);
        await AssertOutAsync(changed);
        await AssertOutAsync(left);
    }

    [Fact]
    public async Task AFormWithoutItsTokenIsRefused()
    {
        using var client = await host.SignedInAsync("wang", StaffRoles.Clerk);
        var number = await host.FileAsync();
        foreach (var path in new[] { "/hotline/sign-in", "/hotline/sign-out", $"/hotline/filings/{number}/take", $"/hotline/filings/{number}/refuse" })
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("name", "wang"), KeyValuePair.Create("reason", "x")]);
            using var answer = await client.PostAsync(path, content);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
        }

        await AssertInAsync(client);
        Assert.Null((await host.Review.FindAsync(number, default))!.TakenBy);
    }

    [Fact]
    public async Task TriesToSignInAreLimitedByAddress()
    {
        using var client = host.Client();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
        {
            using var answer = await HotlineHost.SignInAsync(client, $"nobody{i}", "wrong");
            codes.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
    }

    private static async Task AssertInAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/hotline/filings");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task AssertOutAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/hotline/filings");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/hotline/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    private static string Problem(string page) => page.Split("role=\"alert\">")[1].Split("</p>")[0];

    private async Task<IEnumerable<string>> ActorsAsync()
    {
        await using var connection = await host.Bot.OpenAsync(default);
        return await connection.QueryAsync<string>("SELECT actor FROM audit_log WHERE action LIKE 'staff.%' ORDER BY sequence");
    }
}
