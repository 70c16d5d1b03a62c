using System.Security.Cryptography;

namespace PolicyBot.Adapters.Storage;

/// <summary>
/// A folder of files with names of our own making, two levels deep. A file appears under its name whole and on disk, or not at
/// all; whoever records it does so afterwards, so that a crash leaves at worst a file that nothing points to.
/// </summary>
/// <param name="root">Made when missing.</param>
/// <param name="maxBytes">Larger files are refused, and reading stops there.</param>
internal sealed class FileFolder(string root, long maxBytes)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Checks a file and keeps it.</summary>
    /// <param name="name">The sender's name, already cleaned: only its extension matters here.</param>
    public async Task<(KeptFile? File, UploadRefusal? Refusal)> KeepAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        if (FileKind.Promised(name) is not { } family)
        {
            return (null, UploadRefusal.TypeNotAllowed);
        }

        var head = new byte[FileKind.HeadLength];
        var headLength = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (headLength == 0)
        {
            return (null, UploadRefusal.Empty);
        }

        var kind = FileKind.Of(head.AsSpan(0, headLength));
        if (kind is null || kind.Family != family)
        {
            return (null, UploadRefusal.ContentDoesNotMatch);
        }

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var path = PathOf(id);
        PrivateFolder.Create(Path.GetDirectoryName(path)!);
        var temporary = path + ".part";
        try
        {
            var length = await WriteAsync(temporary, head.AsMemory(0, headLength), content, cancellationToken);
            if (length > maxBytes)
            {
                return (null, UploadRefusal.TooLarge);
            }

            File.Move(temporary, path);
            return (new KeptFile(id, kind.ContentType, length), null);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Stream Open(string id) => new FileStream(
        PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);

    public void Remove(string id) => File.Delete(PathOf(id));

    private string PathOf(string id)
    {
        if (id.Length != 32 || !id.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("not an id of ours", nameof(id));
        }

        return Path.Combine(root, id[..2], id[2..4], id);
    }

    private async Task<long> WriteAsync(string path, ReadOnlyMemory<byte> head, Stream content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        await file.WriteAsync(head, cancellationToken);
        var length = (long)head.Length;
        var buffer = new byte[BufferSize];
        int read;
        while (length <= maxBytes && (read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            length += read;
        }

        file.Flush(flushToDisk: true);
        return length;
    }
}

internal sealed record KeptFile(string Id, string ContentType, long Length);
