using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.WebChat;

/// <summary>The page's files over HTTP: compressed, cached, and nothing from anywhere else.</summary>
public sealed partial class PageFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task TheBundleIsThePackagesOwnWhateverTheEncoding()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var client = host.Client();
        var path = await AddressOfAsync(client, "webchat.js");

        var plain = await GetAsync(client, path, null);
        var gzip = await GetAsync(client, path, "gzip");
        var brotli = await GetAsync(client, path, "gzip, deflate, br");

        // npm botframework-webchat 4.18.1, dist/webchat.js
        Assert.Equal(3_891_526, plain.Length);
        Assert.Equal(plain, Unpack(new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress)));
        Assert.Equal(plain, Unpack(new BrotliStream(new MemoryStream(brotli), CompressionMode.Decompress)));
        Assert.InRange(brotli.Length, 1, 700_000);
    }

    [Fact]
    public async Task FilesAreKeptByBrowsersForGoodAndThePageIsAskedForAgain()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var client = host.Client();

        using var file = await client.GetAsync(await AddressOfAsync(client, "webchat.js"));
        using var page = await client.GetAsync("/");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        using var unchanged = await client.SendAsync(again);

        Assert.Contains("immutable", file.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(["Accept-Encoding"], page.Headers.Vary);
    }

    [Fact]
    public async Task AnAddressOfAnEarlierReleaseStillGivesTheFile()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var client = host.Client();

        using var response = await client.GetAsync("/webchat/000000000000/page.js");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/webchat/000000000000/index.html")).StatusCode);
    }

    [Fact]
    public async Task ThePageAllowsScriptsOfItsOwnFilesOnlyAndFramesOnConfiguredSites()
    {
        await using var host = await WebChatHost.StartAsync(folder, settings: ("WebChat:Origins:0", "https://ybj.example.gov.cn"));
        using var client = host.Client();

        using var page = await client.GetAsync("/");
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'self' https://ybj.example.gov.cn", policy);
        Assert.DoesNotContain("http://", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(page.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
    }

    private static async Task<string> AddressOfAsync(HttpClient client, string name) =>
        "/" + Addresses().Matches(await client.GetStringAsync("/")).Select(match => match.Value.Trim('"')).Single(path => path.EndsWith($"/{name}", StringComparison.Ordinal));

    private static async Task<byte[]> GetAsync(HttpClient client, string path, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        }

        using var response = await client.SendAsync(request);
        Assert.Equal(encoding?.Split(", ")[^1], response.Content.Headers.ContentEncoding.SingleOrDefault());
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static byte[] Unpack(Stream packed)
    {
        using var target = new MemoryStream();
        packed.CopyTo(target);
        return target.ToArray();
    }

    [GeneratedRegex("\"webchat/[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex Addresses();
}
