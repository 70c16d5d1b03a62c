using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.FilingService;

/// <summary>HMAC-SHA256 under a key in a file of its own beside the database, made at first use and readable by nobody else.</summary>
internal sealed class KeyedPersonHash(IOptions<FilingServiceOptions> options) : IPersonHash
{
    private const int KeyLength = 32;

    private readonly Lazy<byte[]> key = new(() => KeyIn(options.Value.Path + ".key"));

    public string Of(string idNumber) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(idNumber.Trim().ToUpperInvariant())));

    private static byte[] KeyIn(string path)
    {
        if (!File.Exists(path))
        {
            PrivateFolder.Create(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var part = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllBytes(part, RandomNumberGenerator.GetBytes(KeyLength));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            try
            {
                // Whole or not at all; of two processes that start together the first one's key stays.
                File.Move(part, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(part);
            }
        }

        var bytes = File.ReadAllBytes(path);
        return bytes.Length == KeyLength ? bytes : throw new InvalidDataException($"{path} is no key of {KeyLength} bytes.");
    }
}
