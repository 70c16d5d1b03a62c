namespace PolicyBot.Adapters.Storage;

/// <summary>What was read already, and then the rest; ends soon after the limit, and counts.</summary>
internal sealed class HeadedStream(ReadOnlyMemory<byte> head, Stream rest, long limit) : Stream
{
    private ReadOnlyMemory<byte> left = head;

    /// <summary>Bytes so far; above the limit when there was more.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Count > limit)
        {
            return 0;
        }

        int count;
        if (left.Length > 0)
        {
            count = Math.Min(left.Length, buffer.Length);
            left[..count].CopyTo(buffer);
            left = left[count..];
        }
        else
        {
            count = await rest.ReadAsync(buffer, cancellationToken);
        }

        Count += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
