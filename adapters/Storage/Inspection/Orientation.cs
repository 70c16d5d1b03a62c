using System.Buffers.Binary;

namespace PolicyBot.Adapters.Storage.Inspection;

/// <summary>The one entry of a photo's EXIF that is needed to show it: how it is to be turned, 1 (not at all) to 8.</summary>
internal static class Orientation
{
    private const ushort Tag = 0x0112;

    private const ushort Short = 3;

    /// <summary>From a TIFF block; 1 when it says nothing that makes sense.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || tiff[0] != tiff[1] || tiff[0] is not ((byte)'I' or (byte)'M'))
        {
            return 1;
        }

        var little = tiff[0] == 'I';
        var directory = (long)(little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]));
        if (directory + 2 > tiff.Length)
        {
            return 1;
        }

        var count = Number(tiff[(int)directory..], little);
        for (var at = directory + 2; count-- > 0 && at + 12 <= tiff.Length; at += 12)
        {
            var entry = tiff[(int)at..];
            if (Number(entry, little) == Tag)
            {
                return Number(entry[2..], little) == Short && Number(entry[8..], little) is var value and >= 1 and <= 8 ? value : 1;
            }
        }

        return 1;
    }

    /// <summary>A TIFF block that says this and nothing else.</summary>
    public static byte[] Write(int orientation) =>
        [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static ushort Number(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
