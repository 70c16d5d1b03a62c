using System.Security.Cryptography;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage.Inspection;

namespace PolicyBot.Adapters.Storage;

/// <summary>
/// A folder of sealed files with names of our own making, two levels deep. A file appears under its name whole and on disk, or
/// not at all; whoever records it does so afterwards, so that a crash leaves at worst a file that nothing points to. Nothing
/// lies on the disk in clear, not even while it comes in.
/// </summary>
/// <param name="root">Made when missing.</param>
/// <param name="maxBytes">Larger files are refused, and reading stops there.</param>
internal sealed class FileFolder(string root, long maxBytes, Vault vault, FileInspection inspection)
{
    private const string Coming = ".part";

    private const string Kept = ".kept";

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
        var (coming, kept) = (path + Coming, path + Kept);
        try
        {
            await using var counted = new HeadedStream(head.AsMemory(0, headLength), content, maxBytes);
            await SealedFile.WriteAsync(coming, id, vault, counted, cancellationToken);
            if (counted.Count > maxBytes)
            {
                return (null, UploadRefusal.TooLarge);
            }

            var (clean, refusal) = await inspection.LookAsync(kind, () => ReadAsync(coming, id, cancellationToken), cancellationToken);
            if (clean is null)
            {
                return (null, refusal);
            }

            await SealedFile.WriteAsync(kept, id, vault, new MemoryStream(clean, writable: false), cancellationToken);
            File.Move(kept, path);
            return (new KeptFile(id, kind.ContentType, clean.Length), null);
        }
        finally
        {
            File.Delete(coming);
            File.Delete(kept);
        }
    }

    public Stream Open(string id) => SealedFile.Open(PathOf(id), id, vault);

    public void Remove(string id) => File.Delete(PathOf(id));

    /// <summary>Removes what was written before then and is nobody's: half-written files, and files of which no row is left.</summary>
    public async Task<int> RemoveOrphansAsync(DateTimeOffset before, Func<string, Task<bool>> isKnown)
    {
        if (!Directory.Exists(root))
        {
            return 0;
        }

        var removed = 0;
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(path => File.GetLastWriteTimeUtc(path) < before.UtcDateTime))
        {
            var name = Path.GetFileName(path);
            if (!IsId(name) || !await isKnown(name))
            {
                File.Delete(path);
                removed++;
            }
        }

        return removed;
    }

    /// <summary>Seals a file that an earlier release left in clear; does nothing to one that is sealed or gone.</summary>
    public async Task SealAsync(string id, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        if (!File.Exists(path) || SealedFile.Is(path))
        {
            return;
        }

        var kept = path + Kept;
        File.Delete(kept);
        await using (var clear = File.OpenRead(path))
        {
            await SealedFile.WriteAsync(kept, id, vault, clear, cancellationToken);
        }

        File.Move(kept, path, overwrite: true);
    }

    private async Task<byte[]> ReadAsync(string path, string id, CancellationToken cancellationToken)
    {
        await using var file = SealedFile.Open(path, id, vault);
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    private static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    private string PathOf(string id) => IsId(id)
        ? Path.Combine(root, id[..2], id[2..4], id)
        : throw new ArgumentException("not an id of ours", nameof(id));
}

internal sealed record KeptFile(string Id, string ContentType, long Length);
