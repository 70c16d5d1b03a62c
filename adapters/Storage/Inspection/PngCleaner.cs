using System.Buffers.Binary;
using System.Text;

namespace PolicyBot.Adapters.Storage.Inspection;

/// <summary>PNG: keeps the chunks that the picture is made of; texts, times, EXIF, animations and chunks of other makers go.</summary>
internal static class PngCleaner
{
    /// <summary>Profiles are compressed; a larger one is no profile.</summary>
    private const int LargestProfile = 64 * 1024;

    private static readonly HashSet<string> Needed = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "cICP", "bKGD", "pHYs",
    };

    public static CleanPhoto? Clean(ReadOnlySpan<byte> photo)
    {
        using var clean = new MemoryStream(photo.Length);
        clean.Write(photo[..8]);
        var (width, height, orientation, painted) = (0, 0, 1, false);
        for (var at = 8; ;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(photo[at..]));
            var chunk = photo.Slice(at, checked(length + 12));
            var type = Encoding.Latin1.GetString(chunk.Slice(4, 4));
            var content = chunk.Slice(8, length);
            at += chunk.Length;
            if (width == 0)
            {
                if (type != "IHDR" || length != 13)
                {
                    return null;
                }

                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                if (width <= 0 || height <= 0)
                {
                    return null;
                }
            }

            if (type == "eXIf")
            {
                orientation = Orientation.Read(content);
            }

            painted |= type == "IDAT";
            if (type == "IEND")
            {
                // Chunks may come in any order, so it is written last.
                Turn(clean, orientation);
                clean.Write(chunk);
                return painted ? new CleanPhoto(clean.ToArray(), width, height) : null;
            }

            if (Needed.Contains(type) || (type == "iCCP" && length <= LargestProfile))
            {
                clean.Write(chunk);
            }
        }
    }

    private static void Turn(Stream clean, int orientation)
    {
        if (orientation != 1)
        {
            var tiff = Orientation.Write(orientation);
            byte[] named = [.. "eXIf"u8, .. tiff];
            var sum = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(sum, Checksum(named));
            clean.Write([0, 0, 0, (byte)tiff.Length, .. named, .. sum]);
        }
    }

    /// <summary>CRC-32 as PNG has it, annex D; bit by bit, for the thirty bytes that it is used on.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
            }
        }

        return ~sum;
    }
}
