using System.Security.Cryptography;

namespace PolicyBot.Adapters.Storage;

/// <summary>Secrets of the bot: configured in base64, or in a file that only its user can read, made when it is missing.</summary>
internal static class KeyFile
{
    /// <summary>Bytes of a key that is made here, and the fewest of one that is configured.</summary>
    public const int Length = 32;

    public static bool IsKey(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var written) && written >= Length;
    }

    /// <param name="configured">In base64; null or empty to use the file.</param>
    /// <param name="path">The file.</param>
    public static byte[] Load(string? configured, string path) =>
        configured is { Length: > 0 } ? Convert.FromBase64String(configured) : FromFile(path);

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
        PrivateFolder.Create(Path.GetDirectoryName(Path.GetFullPath(path))!);
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
            // Two processes may start at once: the first name wins, and both then read the same key.
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
