using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using Newtonsoft.Json.Linq;

namespace PolicyBot.Tests.Support;

/// <summary>Speaks Direct Line by hand, request by request.</summary>
internal sealed class WebChatPerson(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    public string Conversation { get; private set; } = "";

    public string Token { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    public string Path => $"/v3/directline/conversations/{Conversation}";

    public async Task BeginAsync()
    {
        Take(await JsonAsync(await http.PostAsJsonAsync("/webchat/token", new { })));
        Take(await JsonAsync(await http.PostAsJsonAsync("/v3/directline/conversations", new { user = new { id = "dl_forged" }, locale = "zh-CN" })));
    }

    /// <summary>Uses this token from now on.</summary>
    public void Take(JObject pass)
    {
        Conversation = (string)pass["conversationId"]!;
        Token = (string)pass["token"]!;
        StreamUrl = (string?)pass["streamUrl"] ?? StreamUrl;
        http.DefaultRequestHeaders.Authorization = new("Bearer", Token);
    }

    public Task<HttpResponseMessage> PostAsync(object activity) => http.PostAsync($"{Path}/activities", Json(activity));

    public Task<HttpResponseMessage> SayAsync(string text, string? clientId = null) =>
        PostAsync(new { type = "message", text, channelData = new { clientActivityID = clientId ?? Guid.NewGuid().ToString() } });

    /// <summary>Everything that was said, as a client without a socket reads it.</summary>
    public async Task<JObject> ReadAsync(string watermark = "") => await JsonAsync(await http.GetAsync($"{Path}/activities?watermark={watermark}"));

    public async Task<string[]> TextsAsync() => Texts(await ReadAsync());

    public static string[] Texts(JObject page) => [.. page["activities"]!.Select(activity => (string?)activity["text"] ?? "")];

    /// <summary>Asks for the conversation again, as the client does when its socket has closed.</summary>
    public async Task ReconnectAsync(string watermark) => Take(await JsonAsync(await http.GetAsync($"{Path}?watermark={watermark}")));

    public async Task<WebChatSocket> OpenAsync()
    {
        var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new Uri(StreamUrl), CancellationToken.None);
        return new WebChatSocket(socket);
    }

    public Task<HttpResponseMessage> UploadAsync(string text, params (string Name, byte[] Content)[] files) =>
        UploadAsync(new { type = "message", text, channelData = new { clientActivityID = Guid.NewGuid().ToString() } }, files);

    public async Task<HttpResponseMessage> UploadAsync(object activity, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        var part = Json(activity);
        part.Headers.ContentType = new("application/vnd.microsoft.activity");
        form.Add(part, "activity", "blob");
        foreach (var (name, content) in files)
        {
            // Written as browsers do: the name as it is, in UTF-8, between quotes.
            var file = new ByteArrayContent(content);
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name))}\"");
            form.Add(file);
        }

        return await http.PostAsync($"{Path}/upload?userId=dl_forged", form);
    }

    public static async Task<JObject> JsonAsync(HttpResponseMessage response) => JObject.Parse(await response.Content.ReadAsStringAsync());

    public static async Task<string?> CodeAsync(HttpResponseMessage response) => (string?)(await JsonAsync(response))["error"]?["code"];

    public void Dispose() => http.Dispose();

    private static StringContent Json(object body) => new(Newtonsoft.Json.JsonConvert.SerializeObject(body), Encoding.UTF8, "application/json");
}
