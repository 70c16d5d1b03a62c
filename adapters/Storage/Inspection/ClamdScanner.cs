using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Adapters.Storage.Inspection;

/// <summary>Asks ClamAV's daemon by its command INSTREAM (clamd(8)): pieces, each after its length, a piece of length 0 at the end.</summary>
internal sealed partial class ClamdScanner(ScannerOptions options, TimeProvider clock, ILogger<ClamdScanner> logger) : IFileScanner
{
    private const int PieceLength = 64 * 1024;

    private const int LongestAnswer = 1024;

    public async Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return Read(await AskAsync(content, both.Token));
        }
        catch (Exception failure) when (failure is SocketException or IOException || patience.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Silent(failure.GetType().Name);
            return ScanVerdict.Unknown;
        }
    }

    /// <summary>Whether it is an address that is understood.</summary>
    public static bool IsAddress(string address) => EndPointOf(address) is not null;

    private static EndPoint? EndPointOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri switch
    {
        { Scheme: "unix", AbsolutePath.Length: > 1 } => new UnixDomainSocketEndPoint(uri.AbsolutePath),
        { Scheme: "tcp", Host.Length: > 0, Port: > 0 } => new DnsEndPoint(uri.Host, uri.Port),
        _ => null,
    }
    : null;

    private async Task<string> AskAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var there = EndPointOf(options.Address!)!;
        using var socket = there is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(there, cancellationToken);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var length = new byte[sizeof(int)];
        for (var at = 0; at < content.Length; at += PieceLength)
        {
            var piece = content[at..Math.Min(at + PieceLength, content.Length)];
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, cancellationToken);
            await stream.WriteAsync(piece, cancellationToken);
        }

        await stream.WriteAsync(new byte[sizeof(int)], cancellationToken);
        var answer = new byte[LongestAnswer];
        var read = 0;
        for (int more; read < answer.Length && (more = await stream.ReadAsync(answer.AsMemory(read), cancellationToken)) > 0;)
        {
            read += more;
            if (answer[read - 1] == 0)
            {
                break;
            }
        }

        return Encoding.ASCII.GetString(answer, 0, read).TrimEnd('\0', '\n');
    }

    private ScanVerdict Read(string answer)
    {
        if (answer == "stream: OK")
        {
            return ScanVerdict.Clean;
        }

        if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            Found(answer);
            return ScanVerdict.Infected;
        }

        // A size limit below ours, a database being loaded, or nothing.
        Unclear(answer);
        return ScanVerdict.Unknown;
    }

    [LoggerMessage(LogLevel.Error, "The virus scanner cannot be asked ({Failure}): files are refused until it can")]
    private partial void Silent(string failure);

    [LoggerMessage(LogLevel.Error, "The virus scanner gave no verdict ({Answer}): the file was refused")]
    private partial void Unclear(string answer);

    [LoggerMessage(LogLevel.Warning, "The virus scanner refused a file: {Answer}")]
    private partial void Found(string answer);
}
