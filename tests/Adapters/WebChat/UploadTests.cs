using System.Net;
using System.Text;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.WebChat;

public sealed class UploadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AFileReachesTheBotAndIsShownAgain()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        var response = await person.UploadAsync("居住证", ("居住证 正面.jpg", Some.Jpeg));

        var page = await person.ReadAsync();
        var attachment = page["activities"]![1]!["attachments"]![0]!;
        Assert.Equal($"{person.Conversation}|0000002", (string?)(await WebChatPerson.JsonAsync(response))["id"]);
        Assert.Equal("居住证 正面.jpg", (string?)attachment["name"]);
        Assert.Equal("image/jpeg", (string?)attachment["contentType"]);
        Assert.Equal(Some.Jpeg.Length, (int)page["activities"]![1]!["channelData"]!["attachmentSizes"]![0]!);
        Assert.Contains(WebChatPerson.Texts(page), text => text.StartsWith("收到：居住证 正面.jpg（", StringComparison.Ordinal));

        using var anyone = host.Client(); // the link stands in an img element, which sends no header
        var shown = await anyone.GetAsync((string)attachment["contentUrl"]!);
        Assert.Equal(Some.Jpeg, await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", shown.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("居住证 正面.jpg", shown.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(shown.Headers.CacheControl!.Private);
    }

    [Fact]
    public async Task TheBotFindsTheFileInTheStore()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        await person.UploadAsync("", ("a.jpg", Some.Jpeg));

        var said = (await person.TextsAsync()).Single(text => text.StartsWith("收到：", StringComparison.Ordinal));
        var id = said.Split('（', '）')[1];
        Assert.NotNull(await host.Uploads.FindAsync(id, person.Conversation, default));
    }

    [Fact]
    public async Task OnlyItsConversationOpensAFile()
    {
        var clock = new ManualClock(Some.Morning);
        await using var host = await WebChatHost.StartAsync(folder, clock);
        using var person = await host.PersonAsync();
        using var other = await host.PersonAsync();
        await person.UploadAsync("", ("a.jpg", Some.Jpeg));
        var link = (string)(await person.ReadAsync())["activities"]![1]!["attachments"]![0]!["contentUrl"]!;
        var bare = link.Split('?')[0];
        using var anyone = host.Client();

        Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.GetAsync(bare)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.GetAsync($"{bare}?t={person.Token}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Http.GetAsync(bare)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync(bare.Replace(person.Conversation, other.Conversation, StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await person.Http.GetAsync(bare)).StatusCode);
        clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.Forbidden, (await anyone.GetAsync(link)).StatusCode);
    }

    [Theory]
    [InlineData("../../../../etc/passwd.jpg", "passwd.jpg")]
    [InlineData("..\\..\\windows\\system32\\a.jpg", "a.jpg")]
    [InlineData("/etc/cron.d/a.jpg", "a.jpg")]
    [InlineData("....//a.jpg", "a.jpg")]
    public async Task ANameIsNeverAPath(string name, string shown)
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        string[] before = folder.Files();

        await person.UploadAsync("", (name, Some.Jpeg));

        Assert.Equal(shown, (string?)(await person.ReadAsync("1"))["activities"]![0]!["attachments"]![0]!["name"]);
        var kept = Assert.Single(folder.Files().Except(before));
        Assert.StartsWith(folder.File("data/uploads"), kept);
        Assert.NotEqual(shown, Path.GetFileName(kept));
    }

    [Fact]
    public async Task RefusedFilesAreNamedSoThatTheBotCanSayWhy()
    {
        await using var host = await WebChatHost.StartAsync(folder, settings: ("Uploads:MaxBytes", "100000"));
        using var person = await host.PersonAsync();

        var response = await person.UploadAsync(
            "都在这里",
            ("好.jpg", Some.Jpeg),
            ("坏.exe", Encoding.ASCII.GetBytes("MZ and more")),
            ("假.jpg", Encoding.ASCII.GetBytes("MZ and more")),
            ("空.jpg", []),
            ("大.jpg", [.. Some.Jpeg, .. new byte[200_000]]));

        var message = (await person.ReadAsync())["activities"]![1]!;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["好.jpg"], message["attachments"]!.Select(attachment => (string?)attachment["name"]));
        Assert.Equal(
            ["坏.exe TypeNotAllowed", "假.jpg ContentDoesNotMatch", "空.jpg Empty", "大.jpg TooLarge"],
            message["channelData"]!["refusedUploads"]!.Select(file => $"{file["name"]} {file["reason"]}"));
        Assert.Contains("没收下：大.jpg（TooLarge）", await person.TextsAsync());
    }

    [Fact]
    public async Task TwentyMegabytesAreAnsweredByTheBot()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        var response = await person.UploadAsync("", ("大.jpg", [.. Some.Jpeg, .. new byte[20 * 1024 * 1024]]));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("没收下：大.jpg（TooLarge）", await person.TextsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MoreThanTheServerTakesIsAnsweredNotCutOff(bool lengthAnnounced)
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        using var content = new StreamContent(new MemoryStream(Body(40 * 1024 * 1024)));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{person.Path}/upload") { Content = content };
        request.Headers.TransferEncodingChunked = !lengthAnnounced;

        var response = await person.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("UploadTooLarge", await WebChatPerson.CodeAsync(response));
        Assert.Equal(HttpStatusCode.OK, (await person.SayAsync("还在")).StatusCode);
        Assert.Equal([EchoBot.Greeting, "还在", "听到：还在"], await person.TextsAsync());
    }

    [Fact]
    public async Task TheSameUploadSentAgainIsOneMessageAndOneFile()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        var activity = new { type = "message", text = "证", channelData = new { clientActivityID = "same" } };

        var first = await person.UploadAsync(activity, ("a.jpg", Some.Jpeg));
        var files = folder.Files("data/uploads").Length;
        var second = await person.UploadAsync(activity, ("a.jpg", Some.Jpeg));

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(files, folder.Files("data/uploads").Length);
        Assert.Single(host.Bot.Heard);
    }

    [Fact]
    public async Task FilesWithoutAnActivityAreAMessage()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Some.Jpeg), "file", "a.jpg" } };

        await person.Http.PostAsync($"{person.Path}/upload", form);

        Assert.Single((await person.ReadAsync())["activities"]![1]!["attachments"]!);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "--b--")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=activity\r\n\r\nnot json\r\n--b--")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=activity\r\n\r\n{\"type\":\"mess")]
    public async Task ABrokenUploadIsRefused(string type, string body)
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var response = await person.Http.PostAsync($"{person.Path}/upload", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([EchoBot.Greeting], await person.TextsAsync());
    }

    private static byte[] Body(int length) =>
    [
        .. Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=file; filename=a.jpg\r\n\r\n"),
        .. new byte[length],
        .. Encoding.ASCII.GetBytes("\r\n--b--\r\n"),
    ];
}
