using System.Buffers.Binary;
using System.Text;

namespace PolicyBot.Tests.Support;

/// <summary>Small pictures, made by ImageMagick, of 16 × 8 pixels, and ways to write into them what a telephone does.</summary>
internal static class Photos
{
    public static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4"
        + "pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAVEAEBAAAA"
        + "AAAAAAAAAAAAAAAAE//EABUBAQEAAAAAAAAAAAAAAAAAAAAE/8QAFREBAQAAAAAAAAAAAAAAAAAAABT/2gAMAwEAAhEDEQA/AIKKJVVJQlKX/9k=");

    /// <summary>With texts and a time, as ImageMagick writes them.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAIEAIAAAAvhDSDAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAABmJLR0T/////"
        + "//8JWPfcAAAAB3RJTUUH6gsWAC0wf1rBVQAAAENJREFUKM+10gENACAMA8FfgpQhBjFDDHjBTPECKloDlyYf72FdqCCXETiCkT6g3el90FTQtw+IkXBkBHKByggAOFP9GngQA7oLrXAA"
        + "AAAldEVYdGRhdGU6Y3JlYXRlADIwMjYtMTEtMjJUMDA6NDU6NDgrMDA6MDB+IcqTAAAAJXRFWHRkYXRlOm1vZGlmeQAyMDI2LTExLTIyVDAwOjQ1OjQ4KzAwOjAwD3xyLwAAAABJRU5E"
        + "rkJggg==");

    public static readonly byte[] Webp = Convert.FromBase64String(
        "UklGRlAAAABXRUJQVlA4IEQAAACwAgCdASoQAAgAAgA0JagCdLcAlgH8AuP8D0P9gAAA/vaw64VOXrH/ji+FUl6/eFUl/8Cd/4U1/5nM6/LrKOkkS4AAAA==");

    /// <summary>A word that no cleaned photo may hold.</summary>
    public const string Place = "GPS 30.2741N 120.1551E";

    /// <summary>EXIF that says how to turn the photo and where it was taken.</summary>
    public static byte[] Exif(int orientation) =>
    [
        (byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 2, 0,
        0x0E, 0x01, 2, 0, (byte)Place.Length, 0, 0, 0, 38, 0, 0, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place),
    ];

    public static byte[] JpegWith(params (byte Marker, byte[] Content)[] segments) =>
        [.. Jpeg[..20], .. segments.SelectMany(segment => Segment(segment.Marker, segment.Content)), .. Jpeg[20..]];

    public static byte[] JpegOf(int width, int height)
    {
        byte[] photo = [.. Jpeg];
        var frame = photo.AsSpan().IndexOf((byte[])[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(photo.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(photo.AsSpan(frame + 7), (ushort)width);
        return photo;
    }

    public static byte[] PngOf(int width, int height)
    {
        byte[] photo = [.. Png];
        BinaryPrimitives.WriteInt32BigEndian(photo.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(photo.AsSpan(20), height);
        return photo;
    }

    /// <summary>Before the picture's data, with a check sum that nobody checks.</summary>
    public static byte[] PngWith(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. Png[..33], .. length, .. Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0, .. Png[33..]];
    }

    /// <summary>In the extended form, with these chunks after the picture.</summary>
    public static byte[] WebpWith(byte flags, params (string Type, byte[] Content)[] chunks)
    {
        byte[] body = [.. "WEBP"u8, .. Chunk("VP8X", [flags, 0, 0, 0, 15, 0, 0, 7, 0, 0]), .. Webp[12..], .. chunks.SelectMany(chunk => Chunk(chunk.Type, chunk.Content))];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string type, byte[] content) =>
        [.. Encoding.ASCII.GetBytes(type), .. BitConverter.GetBytes(content.Length), .. content, .. new byte[content.Length % 2]];
}
