using System.Security.Cryptography;
using System.Text;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Privacy;

/// <summary>
/// The secret that wraps the keys in the databases: from the configuration, or from a file that only the bot's user can read,
/// made at the first start. A copy of a database without it tells nothing of anybody.
/// </summary>
public sealed class MasterKey
{
    private readonly Lazy<byte[]> wrapping;

    /// <param name="secret">At least 32 bytes in base64; null to use the file.</param>
    /// <param name="path">Made when missing.</param>
    public MasterKey(string? secret, string path) => wrapping = new Lazy<byte[]>(() => HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        KeyFile.Load(secret, path),
        KeyFile.Length,
        info: "policybot data protection 1"u8.ToArray()));

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
}
