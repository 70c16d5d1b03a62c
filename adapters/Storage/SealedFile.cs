using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Adapters.Storage;

/// <summary>
/// A file sealed under a key of its own, which stands in its head, itself sealed by the vault. The content follows in pieces of
/// 64 KB, each by AES-256-GCM with its number and whether it is the last as nonce (the STREAM construction, as in age): pieces
/// can neither be changed, nor exchanged, nor cut off unseen. The file's name is bound in, so that one file does not pass for
/// another.
/// </summary>
internal static class SealedFile
{
    public const int PieceLength = 64 * 1024;

    public const int TagLength = 16;

    private const int KeyLength = 32;

    private static readonly byte[] Magic = "PBS1"u8.ToArray();

    /// <summary>Writes all of it; what is under the path afterwards is whole only when this returns.</summary>
    public static async Task WriteAsync(string path, string name, Vault vault, Stream content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        var head = vault.Seal(DataKind.FileKey, key);
        var length = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)head.Length));
        await file.WriteAsync((byte[])[.. Magic, .. length, .. head], cancellationToken);

        using var aes = new AesGcm(key, TagLength);
        var (piece, next, shut) = (new byte[PieceLength], new byte[PieceLength], new byte[PieceLength + TagLength]);
        var read = await content.ReadAtLeastAsync(piece, PieceLength, throwOnEndOfStream: false, cancellationToken);
        for (long number = 0; ; number++)
        {
            var following = read < PieceLength ? 0 : await content.ReadAtLeastAsync(next, PieceLength, throwOnEndOfStream: false, cancellationToken);
            var last = following == 0;
            aes.Encrypt(Nonce(number, last), piece.AsSpan(0, read), shut.AsSpan(0, read), shut.AsSpan(read, TagLength), Encoding.UTF8.GetBytes(name));
            await file.WriteAsync(shut.AsMemory(0, read + TagLength), cancellationToken);
            if (last)
            {
                break;
            }

            (piece, next, read) = (next, piece, following);
        }

        CryptographicOperations.ZeroMemory(key);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Its content, decrypted as it is read.</summary>
    /// <exception cref="InvalidDataException">It is not sealed.</exception>
    /// <exception cref="CryptographicException">It was changed, or belongs to another name or vault.</exception>
    public static Stream Open(string path, string name, Vault vault)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        try
        {
            Span<byte> start = stackalloc byte[Magic.Length + sizeof(ushort)];
            file.ReadExactly(start);
            if (!start.StartsWith(Magic))
            {
                throw new InvalidDataException("The file is not sealed.");
            }

            var head = new byte[BinaryPrimitives.ReadUInt16BigEndian(start[Magic.Length..])];
            file.ReadExactly(head);
            return new SealedStream(file, new AesGcm(vault.Open(DataKind.FileKey, head), TagLength), Encoding.UTF8.GetBytes(name));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether it is one of these; no kind of file that is taken begins so.</summary>
    public static bool Is(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[Magic.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Magic);
    }

    public static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
