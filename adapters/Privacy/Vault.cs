using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Privacy;

/// <summary>
/// Seals what a database holds of people, by keys that lie in that database, wrapped by the master key. The keys rotate: new
/// data is sealed by the newest, older data stays readable. Safe for use by many threads.
/// </summary>
public abstract class Vault
{
    private const int KeyLength = 32;

    private readonly IDataProtector[] protectors;
    private readonly Lazy<byte[][]> hashKeys;

    protected Vault(Database database, IDataProtectionProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        protectors = [.. Enum.GetNames<DataKind>().Select(kind => provider.CreateProtector($"PolicyBot.{kind}.v1"))];
        hashKeys = new Lazy<byte[][]>(() => HashKeys(database));
    }

    /// <summary>Base64url; the same text gives another result each time.</summary>
    public string Seal(DataKind kind, string text) => Base64Url.EncodeToString(Seal(kind, Encoding.UTF8.GetBytes(text)));

    public byte[] Seal(DataKind kind, byte[] data) => protectors[(int)kind].Protect(data);

    /// <exception cref="CryptographicException">It was not sealed here as this kind, or the key is not there.</exception>
    public string Open(DataKind kind, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var data = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (!Base64Url.TryDecodeFromChars(text, data, out var length))
        {
            throw new CryptographicException($"A stored value of kind {kind} is not sealed.");
        }

        return Encoding.UTF8.GetString(Open(kind, data.Length == length ? data : data[..length]));
    }

    /// <inheritdoc cref="Open(DataKind, string)"/>
    public byte[] Open(DataKind kind, byte[] data) => protectors[(int)kind].Unprotect(data);

    public string? SealOrNull(DataKind kind, string? text) => text is null ? null : Seal(kind, text);

    public string? OpenOrNull(DataKind kind, string? text) => text is null ? null : Open(kind, text);

    /// <summary>
    /// A keyed hash (HMAC-SHA256, lower-case hex) by which something is found again without being readable. Its key does not
    /// rotate, or nothing would be found; without it an ID number cannot be had by trying all of them.
    /// </summary>
    public string Hash(DataKind kind, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(hashKeys.Value[(int)kind], Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// To be called before a transaction that seals or hashes within: a new key, when one is due, is written by a connection
    /// of its own, which would wait for that transaction.
    /// </summary>
    internal void Prepare()
    {
        Check();
        Seal(DataKind.Name, []);
    }

    /// <summary>Proves at the start that what is stored can be opened, rather than at the first person's turn.</summary>
    /// <exception cref="InvalidOperationException">The master key is not the one that this database was written with.</exception>
    internal void Check()
    {
        try
        {
            _ = hashKeys.Value;
        }
        catch (CryptographicException failure)
        {
            throw new InvalidOperationException("What is stored cannot be opened: the master key (section Privacy) is not the one that the database was written with.", failure);
        }
    }

    private byte[][] HashKeys(Database database)
    {
        using var connection = database.Open();
        var fresh = Seal(DataKind.LookUpKey, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength)));
        connection.Execute("INSERT OR IGNORE INTO lookup_keys (name, sealed) VALUES ('main', @fresh)", new { fresh });
        var kept = connection.QuerySingle<string>("SELECT sealed FROM lookup_keys WHERE name = 'main'");
        var key = Convert.FromBase64String(Open(DataKind.LookUpKey, kept));
        return [.. Enum.GetNames<DataKind>().Select(kind => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyLength, info: Encoding.ASCII.GetBytes($"hash {kind} 1")))];
    }
}
