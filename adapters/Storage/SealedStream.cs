using System.Security.Cryptography;

namespace PolicyBot.Adapters.Storage;

/// <summary>Reads a sealed file; see <see cref="SealedFile"/>. It can be read again from anywhere, as a client that sends it twice does.</summary>
/// <param name="file">At the first piece.</param>
/// <param name="name">What was bound in.</param>
internal sealed class SealedStream(FileStream file, AesGcm aes, byte[] name) : Stream
{
    private const int SealedLength = SealedFile.PieceLength + SealedFile.TagLength;

    private readonly long begin = file.Position;
    private readonly long pieces = Math.Max(1, (file.Length - file.Position + SealedLength - 1) / SealedLength);
    private readonly byte[] piece = new byte[SealedFile.PieceLength];
    private readonly byte[] shut = new byte[SealedLength];
    private long opened = -1;
    private int openedLength;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => Math.Max(0, file.Length - begin - (pieces * SealedFile.TagLength));

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var number = Position / SealedFile.PieceLength;

        // The last piece is opened even when nothing is in it: else a file cut off at a piece would read as whole.
        if (number >= pieces)
        {
            number = pieces - 1;
        }

        Fetch(number);
        var start = (int)Math.Min(Position - (number * SealedFile.PieceLength), openedLength);
        var count = Math.Min(buffer.Length, openedLength - start);
        piece.AsSpan(start, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            aes.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Fetch(long number)
    {
        if (opened == number)
        {
            return;
        }

        file.Position = begin + (number * SealedLength);
        var read = file.ReadAtLeast(shut, SealedLength, throwOnEndOfStream: false);
        if (read < SealedFile.TagLength)
        {
            throw new CryptographicException("A sealed file ends too early.");
        }

        opened = -1;
        openedLength = read - SealedFile.TagLength;
        aes.Decrypt(
            SealedFile.Nonce(number, number == pieces - 1), shut.AsSpan(0, openedLength), shut.AsSpan(openedLength, SealedFile.TagLength),
            piece.AsSpan(0, openedLength), name);
        opened = number;
    }
}
