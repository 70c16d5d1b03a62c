namespace PolicyBot.Adapters.Storage.Inspection;

/// <summary>Decides whether a file is taken, and what of it is kept: a photo without its metadata, a PDF as it is.</summary>
internal sealed class FileInspection(IFileScanner scanner, PhotoLimits limits)
{
    // Each holds a file in memory, at most twice; a crowd that uploads at once waits here and not in the heap.
    private readonly SemaphoreSlim places = new(Math.Max(2, Environment.ProcessorCount));

    /// <param name="read">Gives the file, when there is a place for it.</param>
    public async Task<(byte[]? Content, UploadRefusal? Refusal)> LookAsync(FileKind kind, Func<Task<byte[]>> read, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var content = await read();
            var (kept, refusal) = kind.Family == FileFamily.Photo ? Photo(kind, content) : Document(content);
            if (refusal is not null)
            {
                return (null, refusal);
            }

            // As it came: what hides in the metadata is a reason to refuse the rest as well.
            return await scanner.ScanAsync(content, cancellationToken) switch
            {
                ScanVerdict.Clean => (kept, null),
                ScanVerdict.Infected => (null, UploadRefusal.Infected),
                _ => (null, UploadRefusal.NotScanned),
            };
        }
        finally
        {
            places.Release();
        }
    }

    private (byte[]? Kept, UploadRefusal? Refusal) Photo(FileKind kind, byte[] content)
    {
        if (kind == FileKind.Heic)
        {
            return (null, UploadRefusal.Heic);
        }

        return PhotoCleaner.Clean(kind.ContentType, content) switch
        {
            null => (null, UploadRefusal.ContentDoesNotMatch),
            { } photo when photo.Width > limits.MaxSide || photo.Height > limits.MaxSide || (long)photo.Width * photo.Height > limits.MaxPixels => (null, UploadRefusal.TooManyPixels),
            { } photo => (photo.Content, null),
        };
    }

    private static (byte[]? Kept, UploadRefusal? Refusal) Document(byte[] content) =>
        PdfInspector.IsStill(content) ? (content, null) : (null, UploadRefusal.ActiveContent);
}

/// <summary>
/// What a photo may come to when it is decoded: a small file may hold a picture that no memory does. The largest that
/// telephones take have 108 million pixels.
/// </summary>
internal sealed record PhotoLimits(int MaxSide, long MaxPixels)
{
    public static PhotoLimits Default { get; } = new(20_000, 120_000_000);
}
