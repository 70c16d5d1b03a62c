using System.Collections.Concurrent;
using PolicyBot.Adapters.WebChat.History;

namespace PolicyBot.Adapters.WebChat.Streams;

/// <summary>The open sockets, one a conversation (Direct Line: the older is closed).</summary>
internal sealed class StreamHub(WebChatOptions options)
{
    private readonly ConcurrentDictionary<string, StreamSocket> sockets = new(StringComparer.Ordinal);

    /// <summary>Asked before a socket is accepted: an accepted one costs memory, a refused one does not.</summary>
    public bool IsFull => sockets.Count >= options.MaxSockets;

    public int Count => sockets.Count;

    public async Task RunAsync(string conversation, StreamSocket socket, CancellationToken aborted)
    {
        // Listed first and caught up afterwards: what is said in between arrives as a hint and is not missed.
        StreamSocket? older = null;
        sockets.AddOrUpdate(conversation, socket, (_, existing) =>
        {
            older = existing;
            return socket;
        });
        older?.Close("opened elsewhere");
        try
        {
            await socket.RunAsync(aborted);
        }
        finally
        {
            sockets.TryRemove(KeyValuePair.Create(conversation, socket));
        }
    }

    public void Tell(string conversation, IReadOnlyList<StoredActivity> stored)
    {
        if (stored.Count > 0 && sockets.TryGetValue(conversation, out var socket))
        {
            socket.Tell(stored);
        }
    }

    public void TellTransient(string conversation, string json)
    {
        if (sockets.TryGetValue(conversation, out var socket))
        {
            socket.TellTransient(json);
        }
    }

    /// <summary>Lets the server stop at once; the clients ask again until it is back.</summary>
    public void CloseAll()
    {
        foreach (var socket in sockets.Values)
        {
            socket.Close("restarting");
        }
    }
}
