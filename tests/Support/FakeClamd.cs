using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyBot.Tests.Support;

/// <summary>Speaks clamd's INSTREAM on a free port, and finds the EICAR test word.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;

    public FakeClamd()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public string Address => $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>Lengths of the files that it was shown.</summary>
    public List<int> Seen { get; } = [];

    /// <summary>Instead of a verdict; empty to hang up.</summary>
    public string? Answer { get; set; }

    public async ValueTask DisposeAsync()
    {
        // Stopped last: a listener that is stopped between two files says "Not listening", as if it had never been started.
        await stopping.CancelAsync();
        await serving;
        listener.Stop();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var command = new byte[10];
        await stream.ReadExactlyAsync(command, stopping.Token);
        Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
        using var content = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, stopping.Token);
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (piece.Length == 0)
            {
                break;
            }

            await stream.ReadExactlyAsync(piece, stopping.Token);
            content.Write(piece);
        }

        Seen.Add((int)content.Length);
        var found = content.ToArray().AsSpan().IndexOf("EICAR-STANDARD-ANTIVIRUS-TEST-FILE"u8) >= 0;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Answer ?? (found ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0")), stopping.Token);
    }
}
