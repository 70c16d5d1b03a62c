using System.Buffers.Binary;
using System.Text;

namespace PolicyBot.Adapters.Storage.Inspection;

/// <summary>WebP (RFC 9649): a still picture with its colour profile and transparency. Moving ones are no photos of papers.</summary>
internal static class WebpCleaner
{
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;
    private const byte Moves = 0x02;

    public static CleanPhoto? Clean(ReadOnlySpan<byte> photo)
    {
        var end = Math.Min(photo.Length, checked(8 + (int)BinaryPrimitives.ReadUInt32LittleEndian(photo[4..])));
        using var clean = new MemoryStream(photo.Length);
        clean.Write(photo[..12]);
        var (orientation, flags, painted) = (1, -1, false);
        (int Width, int Height)? size = null;
        for (var at = 12; at + 8 <= end;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(photo[(at + 4)..]));
            var padded = checked(length + (length & 1));
            var type = Encoding.Latin1.GetString(photo.Slice(at, 4));
            var content = photo.Slice(at + 8, length);
            switch (type)
            {
                case "VP8X":
                    flags = (int)clean.Position + 8;
                    size = (1 + UInt24(content[4..]), 1 + UInt24(content[7..]));
                    break;
                case "VP8 ":
                    size ??= (BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF);
                    painted = true;
                    break;
                case "VP8L":
                    var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
                    size ??= (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
                    painted = true;
                    break;
                case "EXIF":
                    orientation = Orientation.Read(content.StartsWith("Exif\0\0"u8) ? content[6..] : content);
                    break;
            }

            if (type is "VP8X" or "VP8 " or "VP8L" or "ALPH" or "ICCP")
            {
                clean.Write(photo.Slice(at, 8));
                clean.Write(content);
                clean.Write(new byte[padded - length]);
            }

            at += 8 + padded;
        }

        return painted && size is { Width: > 0, Height: > 0 } shown ? Finish(clean, shown.Width, shown.Height, flags, orientation) : null;
    }

    private static CleanPhoto? Finish(MemoryStream clean, int width, int height, int flags, int orientation)
    {
        // A note on turning needs the extended form, and only that form is written with one.
        if (flags >= 0 && orientation != 1)
        {
            var tiff = Orientation.Write(orientation);
            clean.Write([.. "EXIF"u8, (byte)tiff.Length, 0, 0, 0, .. tiff]);
        }

        var content = clean.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(4), (uint)(content.Length - 8));
        if (flags >= 0)
        {
            if ((content[flags] & Moves) != 0)
            {
                return null;
            }

            content[flags] = (byte)((content[flags] & ~(HasExif | HasXmp)) | (orientation != 1 ? HasExif : 0));
        }

        return new CleanPhoto(content, width, height);
    }

    private static int UInt24(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
