using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using PolicyBot.Adapters.WebChat.History;

namespace PolicyBot.Adapters.WebChat.Streams;

/// <summary>
/// One open socket. It remembers how far it has sent; what it is told of in between is only a hint, and whatever is
/// missing is read from the history. So nothing is lost or sent twice, whether it comes before, while or after the socket opens.
/// </summary>
internal sealed class StreamSocket(WebSocket socket, string conversation, long watermark, Wire wire, ConversationHistory history)
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource abort = new();

    // When a slow phone lets hints pile up the oldest are dropped: the newest shows the gap.
    private readonly Channel<Hint> hints = Channel.CreateBounded<Hint>(new BoundedChannelOptions(64)
    {
        FullMode = BoundedChannelFullMode.DropOldest,
        SingleReader = true,
    });

    private long sent = watermark;
    private string reason = "";

    public void Tell(IReadOnlyList<StoredActivity> stored) => hints.Writer.TryWrite(new(stored, null));

    public void TellTransient(string json) => hints.Writer.TryWrite(new([], json));

    /// <summary>Sends what is on its way, then says goodbye; a client that does not answer is cut off.</summary>
    public void Close(string because)
    {
        reason = because;
        hints.Writer.TryComplete();
        abort.CancelAfter(Farewell);
    }

    /// <summary>Runs until the client leaves, the connection breaks or <see cref="Close"/> is called.</summary>
    public async Task RunAsync(CancellationToken aborted)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, abort.Token);
        var receiving = ReceiveAsync(ending.Token);
        try
        {
            await SendAsync(ending.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, reason, ending.Token);
            abort.CancelAfter(Farewell);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
            // The client comes back and asks for what it has missed.
            await abort.CancelAsync();
        }

        await receiving;
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        await foreach (var hint in hints.Reader.ReadAllAsync(cancellationToken))
        {
            if (hint.Transient is not null)
            {
                await SendAsync(Wire.Transient(hint.Transient), cancellationToken);
            }
            else if (hint.Stored[0].Sequence == sent + 1)
            {
                await SendAsync(hint.Stored, cancellationToken);
            }
            else if (hint.Stored[^1].Sequence > sent)
            {
                await CatchUpAsync(cancellationToken);
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredActivity> page;
        do
        {
            page = await history.ReadAfterAsync(conversation, sent, cancellationToken);
            if (page.Count > 0)
            {
                await SendAsync(page, cancellationToken);
            }
        }
        while (page.Count == ConversationHistory.PageSize);
    }

    private async Task SendAsync(IReadOnlyList<StoredActivity> activities, CancellationToken cancellationToken)
    {
        var last = activities[^1].Sequence;
        await SendAsync(wire.Page(activities, last), cancellationToken);
        sent = last;
    }

    private async Task SendAsync(string frame, CancellationToken cancellationToken) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    /// <summary>The client sends nothing but empty text frames, as pings; anything else is read and dropped.</summary>
    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
        }

        hints.Writer.TryComplete();
    }

    private readonly record struct Hint(IReadOnlyList<StoredActivity> Stored, string? Transient);
}
