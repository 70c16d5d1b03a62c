using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Adapters.Privacy;

/// <summary>
/// The secret that wraps the keys in the databases: from the configuration, or from a file that only the bot's user can read,
/// made at the first start. A copy of a database without it tells nothing of anybody.
/// </summary>
public sealed class MasterKey
{
    private const int Length = 32;

    private readonly Lazy<byte[]> wrapping;

    /// <param name="secret">At least 32 bytes in base64; null to use the file.</param>
    /// <param name="path">Made when missing.</param>
    public MasterKey(string? secret, string path) => wrapping = new Lazy<byte[]>(() => HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        secret is { Length: > 0 } ? Convert.FromBase64String(secret) : FromFile(path),
        Length,
        info: "policybot data protection 1"u8.ToArray()));

    internal static bool IsSecret(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var written) && written >= Length;
    }

    internal byte[] Wrap(string text)
    {
        var data = Encoding.UTF8.GetBytes(text);
        var wrapped = new byte[AesGcm.NonceByteSizes.MaxSize + data.Length + AesGcm.TagByteSizes.MaxSize];
        var (nonce, cipher, tag) = Parts(wrapped);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(wrapping.Value, AesGcm.TagByteSizes.MaxSize);
        aes.Encrypt(nonce.Span, data, cipher.Span, tag.Span);
        return wrapped;
    }

    /// <exception cref="CryptographicException">Wrapped by another master key.</exception>
    internal string Unwrap(byte[] wrapped)
    {
        var (nonce, cipher, tag) = Parts(wrapped);
        var data = new byte[cipher.Length];
        using var aes = new AesGcm(wrapping.Value, AesGcm.TagByteSizes.MaxSize);
        aes.Decrypt(nonce.Span, cipher.Span, tag.Span, data);
        return Encoding.UTF8.GetString(data);
    }

    private static (Memory<byte> Nonce, Memory<byte> Cipher, Memory<byte> Tag) Parts(byte[] wrapped) => (
        wrapped.AsMemory(0, AesGcm.NonceByteSizes.MaxSize),
        wrapped.AsMemory()[AesGcm.NonceByteSizes.MaxSize..^AesGcm.TagByteSizes.MaxSize],
        wrapped.AsMemory()[^AesGcm.TagByteSizes.MaxSize..]);

    private static byte[] FromFile(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == Length ? key : throw new InvalidDataException($"{path} does not hold a key of {Length} bytes.");
    }

    private static void Create(string path)
    {
        Storage.PrivateFolder.Create(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(temporary, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }

        try
        {
            // Of two that start at once the first name wins, and both then read the same key.
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
