using System.Buffers.Binary;

namespace PolicyBot.Adapters.Storage.Inspection;

/// <summary>JPEG (ITU T.81 annex B): keeps what a decoder needs, JFIF, the colour profile and Adobe's colour note.</summary>
internal static class JpegCleaner
{
    /// <summary>A progressive photo has about ten; thousands keep a decoder busy for minutes.</summary>
    private const int MostScans = 100;

    public static CleanPhoto? Clean(ReadOnlySpan<byte> photo)
    {
        using var clean = new MemoryStream(photo.Length);
        clean.Write([0xFF, 0xD8]);
        var (width, height, scans, orientation) = (0, 0, 0, 1);
        for (var at = 2; ;)
        {
            if (photo[at] != 0xFF)
            {
                return null;
            }

            while (photo[at] == 0xFF)
            {
                at++; // any number of fill bytes
            }

            var marker = photo[at++];
            if (marker == 0xD9)
            {
                clean.Write([0xFF, 0xD9]);
                return scans > 0 ? new CleanPhoto(Turned(clean, orientation), width, height) : null;
            }

            var segment = photo.Slice(at, BinaryPrimitives.ReadUInt16BigEndian(photo[at..]));
            var content = segment[2..];
            at += segment.Length;
            if (IsExif(marker, content))
            {
                orientation = Orientation.Read(content[6..]);
            }
            else if (IsNeeded(marker, content))
            {
                clean.Write([0xFF, marker]);
                clean.Write(segment);
            }

            if (IsFrame(marker))
            {
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
            }
            else if (marker == 0xDA)
            {
                if (width == 0 || height == 0 || ++scans > MostScans)
                {
                    return null;
                }

                var data = photo[at..];
                var length = ScanLength(data);
                clean.Write(data[..length]);
                at += length;
            }
        }
    }

    private static bool IsExif(byte marker, ReadOnlySpan<byte> content) => marker == 0xE1 && content.StartsWith("Exif\0\0"u8);

    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xE0 => content.StartsWith("JFIF\0"u8),
        0xE2 => content.StartsWith("ICC_PROFILE\0"u8),
        0xEE => content.StartsWith("Adobe"u8),
        >= 0xE0 and <= 0xEF or 0xFE => false,
        _ => true,
    };

    // C4, C8 and CC lie among the frames and are none.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Up to the next marker that is neither a stuffed FF nor a restart.</summary>
    private static int ScanLength(ReadOnlySpan<byte> data)
    {
        for (var at = 0; ; at += 2)
        {
            var next = data[at..].IndexOf((byte)0xFF);
            at = next < 0 ? throw new ArgumentOutOfRangeException(nameof(data)) : at + next;
            if (data[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }
    }

    private static byte[] Turned(MemoryStream clean, int orientation)
    {
        var content = clean.ToArray();
        if (orientation == 1)
        {
            return content;
        }

        // After JFIF, which has to come first where there is one.
        var at = content is [_, _, 0xFF, 0xE0, ..] ? 4 + BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(4)) : 2;
        var tiff = Orientation.Write(orientation);
        return [.. content[..at], 0xFF, 0xE1, 0, (byte)(8 + tiff.Length), .. "Exif\0\0"u8, .. tiff, .. content[at..]];
    }
}
