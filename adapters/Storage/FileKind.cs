namespace PolicyBot.Adapters.Storage;

/// <summary>A kind of file that is taken. The first bytes decide which it is; the sender's extension only has to fit.</summary>
/// <param name="Family">Photos are often renamed from one format to another, so any photo extension fits any photo.</param>
internal sealed record FileKind(string ContentType, FileFamily Family)
{
    /// <summary>First bytes needed to tell.</summary>
    public const int HeadLength = 12;

    private static readonly FileKind Jpeg = new("image/jpeg", FileFamily.Photo);
    private static readonly FileKind Png = new("image/png", FileFamily.Photo);
    private static readonly FileKind Webp = new("image/webp", FileFamily.Photo);
    /// <summary>Recognised, to be refused by name; see <see cref="UploadRefusal.Heic"/>.</summary>
    public static readonly FileKind Heic = new("image/heic", FileFamily.Photo);
    private static readonly FileKind Pdf = new("application/pdf", FileFamily.Document);

    /// <summary>The family that an extension promises, or null when it is not on the list.</summary>
    public static FileFamily? Promised(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" or ".png" or ".webp" or ".heic" or ".heif" => FileFamily.Photo,
        ".pdf" => FileFamily.Document,
        _ => null,
    };

    /// <summary>The kind that the first bytes show, or null when it is none that is taken.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Webp,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] when IsHeic(brand) => Heic,
        _ => null,
    };

    private static bool IsHeic(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("heic"u8) || brand.StartsWith("heix"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8)
        || brand.StartsWith("hevc"u8) || brand.StartsWith("heim"u8) || brand.StartsWith("heis"u8) || brand.StartsWith("avif"u8);
}

internal enum FileFamily
{
    Photo,
    Document,
}
