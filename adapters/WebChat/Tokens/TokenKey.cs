using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Adapters.WebChat.Tokens;

/// <summary>The secret from which the signing keys come: configured (several servers share it) or kept in a file.</summary>
internal static class TokenKey
{
    private const int Length = 32;

    /// <summary>The signing key of one purpose, so that no token passes for another kind (HKDF, RFC 5869).</summary>
    public static byte[] For(byte[] master, TokenPurpose purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, Length, info: Encoding.ASCII.GetBytes($"webchat {purpose} 1"));

    public static byte[] Load(WebChatOptions options, string root) =>
        options.TokenKey is { Length: > 0 } configured ? Convert.FromBase64String(configured) : FromFile(Path.Combine(root, options.TokenKeyFile));

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
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
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
            // Two servers may start at once: the first name wins, and both then read the same key.
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
