using System.Net;
using System.Net.Http.Json;
using System.Text;
using Newtonsoft.Json.Linq;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.WebChat;

public sealed class TokenTests : IDisposable
{
    private const string Secret = "a secret of some length";
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(Some.Morning);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task TheRouteForOtherSitesIsClosedWithoutASecret()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var client = host.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "");

        var response = await client.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "dl_me" } });

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("RouteClosed", await WebChatPerson.CodeAsync(response));
    }

    [Fact]
    public async Task AnotherSiteGetsATokenForItsOwnUser()
    {
        await using var host = await WebChatHost.StartAsync(folder, settings: ("WebChat:Secret", Secret));
        using var client = host.Client();
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync("/v3/directline/tokens/generate", new { })).StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Secret);

        var response = await client.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "dl_me", name = "张三" } });

        var pass = await WebChatPerson.JsonAsync(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1800, (int)pass["expires_in"]!);
        Assert.NotEmpty((string)pass["conversationId"]!);
        Assert.Equal("dl_me", (string?)Claims((string)pass["token"]!)["user"]);
    }

    [Fact]
    public async Task AUserIdThatDoesNotBeginWithDlIsRefused()
    {
        await using var host = await WebChatHost.StartAsync(folder, settings: ("WebChat:Secret", Secret));
        using var client = host.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Secret);

        var response = await client.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "me" } });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task ATokenForTrustedOriginsWorksOnThoseOnly()
    {
        await using var host = await WebChatHost.StartAsync(folder, settings: ("WebChat:Secret", Secret));
        using var client = host.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Secret);
        var pass = await WebChatPerson.JsonAsync(await client.PostAsJsonAsync("/v3/directline/tokens/generate", new { trustedOrigins = new[] { "https://good.example" } }));
        client.DefaultRequestHeaders.Authorization = new("Bearer", (string)pass["token"]!);

        Assert.Equal(HttpStatusCode.Forbidden, await StartFrom("https://bad.example"));
        Assert.Equal(HttpStatusCode.Created, await StartFrom("https://good.example"));

        async Task<HttpStatusCode> StartFrom(string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations");
            request.Headers.Add("Origin", origin);
            return (await client.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task OurPageGetsAUserOfOurMakingWhateverItAsksFor()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var client = host.Client();

        var one = await WebChatPerson.JsonAsync(await client.PostAsJsonAsync("/webchat/token", new { user = new { id = "dl_victim" } }));
        var two = await WebChatPerson.JsonAsync(await client.PostAsync("/webchat/token", null));

        Assert.StartsWith("dl_", (string?)Claims((string)one["token"]!)["user"]);
        Assert.NotEqual("dl_victim", (string?)Claims((string)one["token"]!)["user"]);
        Assert.NotEqual((string?)Claims((string)one["token"]!)["user"], (string?)Claims((string)two["token"]!)["user"]);
        Assert.NotEqual((string?)one["conversationId"], (string?)two["conversationId"]);
    }

    [Fact]
    public async Task OneAddressGetsSoManyTokensAMinute()
    {
        await using var host = await WebChatHost.StartAsync(folder, settings: ("WebChat:TokensPerMinute", "2"));
        using var client = host.Client();
        await client.PostAsync("/webchat/token", null);
        await client.PostAsync("/webchat/token", null);

        var response = await client.PostAsync("/webchat/token", null);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task ARefreshedTokenLivesLonger()
    {
        await using var host = await WebChatHost.StartAsync(folder, clock);
        using var person = await host.PersonAsync();
        clock.Advance(TimeSpan.FromMinutes(29));

        var response = await person.Http.PostAsync("/v3/directline/tokens/refresh", null);
        person.Take(await WebChatPerson.JsonAsync(response));
        clock.Advance(TimeSpan.FromMinutes(29));

        Assert.Equal(HttpStatusCode.OK, (await person.SayAsync("还在")).StatusCode);
    }

    [Fact]
    public async Task AnExpiredTokenIsRefusedWith403Everywhere()
    {
        await using var host = await WebChatHost.StartAsync(folder, clock);
        using var person = await host.PersonAsync();
        clock.Advance(TimeSpan.FromMinutes(31));

        HttpResponseMessage[] responses =
        [
            await person.Http.PostAsync("/v3/directline/tokens/refresh", null),
            await person.Http.PostAsync("/v3/directline/conversations", null),
            await person.Http.GetAsync(person.Path),
            await person.Http.GetAsync($"{person.Path}/activities"),
            await person.SayAsync("还在吗"),
            await person.UploadAsync("还在吗"),
        ];

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode));
        Assert.Equal("TokenExpired", await WebChatPerson.CodeAsync(responses[0]));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(13, false)]
    public async Task OurPageMayGoOnWithAnExpiredTokenForSomeHours(int hours, bool resumed)
    {
        await using var host = await WebChatHost.StartAsync(folder, clock);
        using var person = await host.PersonAsync();
        clock.Advance(TimeSpan.FromHours(hours));

        var pass = await WebChatPerson.JsonAsync(await person.Http.PostAsJsonAsync("/webchat/token", new { token = person.Token }));

        Assert.Equal(resumed, (bool)pass["resumed"]!);
        Assert.Equal(resumed, (string?)pass["conversationId"] == person.Conversation);
    }

    [Fact]
    public async Task RefreshingStopsWhenTheConversationIsGone()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        await host.ExecuteAsync("DELETE FROM webchat_conversations");

        Assert.Equal(HttpStatusCode.NotFound, (await person.Http.PostAsync("/v3/directline/tokens/refresh", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Http.GetAsync(person.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await person.SayAsync("喂")).StatusCode);
    }

    [Fact]
    public async Task ATokenThatWasTamperedWithIsNoToken()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        var parts = person.Token.Split('.');
        var claims = Claims(person.Token);
        claims["user"] = "dl_victim";
        string[] forged =
        [
            "",
            "nonsense",
            $"{parts[0]}.{Encode(claims.ToString())}.{parts[2]}",
            $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}.{parts[2][..^1]}",
            person.StreamUrl[(person.StreamUrl.IndexOf("t=", StringComparison.Ordinal) + 2)..],
        ];

        foreach (var token in forged)
        {
            person.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            Assert.Equal(HttpStatusCode.Unauthorized, (await person.Http.GetAsync(person.Path)).StatusCode);
        }
    }

    [Fact]
    public async Task ATokenOpensNoOtherConversation()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var one = await host.PersonAsync();
        using var other = await host.PersonAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await one.Http.GetAsync(other.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await one.Http.GetAsync($"{other.Path}/activities")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await one.Http.PostAsJsonAsync($"{other.Path}/activities", new { type = "message" })).StatusCode);
    }

    [Fact]
    public async Task ATokenStillWorksAfterARestart()
    {
        var first = await WebChatHost.StartAsync(folder);
        using var person = await first.PersonAsync();
        await first.DisposeAsync();

        await using var second = await WebChatHost.StartAsync(folder);
        using var client = second.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", person.Token);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(person.Path)).StatusCode);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("data/keys/webchat.key")));
        }
    }

    [Theory]
    [InlineData("WebChat:Secret", "short")]
    [InlineData("WebChat:TokenKey", "bm90IGVub3VnaA==")]
    [InlineData("WebChat:Origins:0", "https://ybj.example.gov.cn/")]
    [InlineData("WebChat:MaxTextLength", "0")]
    public async Task AWrongOptionStopsTheStart(string key, string value) =>
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => WebChatHost.StartAsync(folder, settings: (key, value)));

    private static JObject Claims(string token) => JObject.Parse(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1])));

    private static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
