using System.Net.WebSockets;
using System.Text;
using Newtonsoft.Json.Linq;

namespace PolicyBot.Tests.Support;

/// <summary>An open stream, read frame by frame. A test that waits for what never comes fails after half a minute.</summary>
internal sealed class WebChatSocket(ClientWebSocket socket) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public ClientWebSocket Raw => socket;

    /// <summary>The watermark of the newest frame that had one.</summary>
    public string Watermark { get; private set; } = "";

    /// <summary>The next frame; null when the server has closed the socket.</summary>
    public async Task<JObject?> FrameAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var buffer = new byte[64 * 1024];
        using var text = new MemoryStream();
        ValueWebSocketReceiveResult result;
        do
        {
            result = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, result.Count);
        }
        while (!result.EndOfMessage);

        var frame = JObject.Parse(Encoding.UTF8.GetString(text.ToArray()));
        Watermark = (string?)frame["watermark"] ?? Watermark;
        return frame;
    }

    /// <summary>Activities up to and including the first with that text.</summary>
    public async Task<List<JObject>> UntilAsync(string text)
    {
        var seen = new List<JObject>();
        while (seen.Count == 0 || (string?)seen[^1]["text"] != text)
        {
            var frame = await FrameAsync() ?? throw new InvalidOperationException($"The socket closed before '{text}'.");
            seen.AddRange(frame["activities"]!.Cast<JObject>());
        }

        return seen;
    }

    public Task PingAsync() => socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>The phone loses its network: no goodbye.</summary>
    public void Kill() => socket.Abort();

    public void Dispose() => socket.Dispose();
}
