using System.Security.Cryptography;
using System.Text;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.WebChat.Tokens;

/// <summary>The secret from which the signing keys come: configured (several servers share it) or kept in a file.</summary>
internal static class TokenKey
{
    /// <summary>The signing key of one purpose, so that no token passes for another kind (HKDF, RFC 5869).</summary>
    public static byte[] For(byte[] master, TokenPurpose purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeyFile.Length, info: Encoding.ASCII.GetBytes($"webchat {purpose} 1"));

    public static byte[] Load(WebChatOptions options, string root) =>
        KeyFile.Load(options.TokenKey, Path.Combine(root, options.TokenKeyFile));
}
