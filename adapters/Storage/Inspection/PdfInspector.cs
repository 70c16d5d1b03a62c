using System.Buffers;
using System.IO.Compression;

namespace PolicyBot.Adapters.Storage.Inspection;

/// <summary>
/// Looks whether a PDF does more than show pages: runs scripts, starts programs, plays media, sends forms away, or is
/// encrypted, so that nobody can look. Files inside are let in: electronic invoices carry their data so. It looks for the names of these things in the clear parts, with their characters
/// unescaped, and in the compressed lists of objects. It is no sandbox: a scanner sees more (section Scanner).
/// </summary>
internal static class PdfInspector
{
    /// <summary>What all compressed lists of objects together may come to.</summary>
    private const int MostUnpacked = 32 * 1024 * 1024;

    private static readonly SearchValues<string> Active = SearchValues.Create(
        ["/JavaScript", "/Launch", "/RichMedia", "/SubmitForm", "/ImportData", "/XFA", "/Encrypt"], StringComparison.Ordinal);

    /// <summary>Whether it does none of that, as far as can be seen.</summary>
    public static bool IsStill(ReadOnlySpan<byte> pdf)
    {
        var clear = new ArrayBufferWriter<byte>(64 * 1024);
        var room = MostUnpacked;
        for (var at = 0; at < pdf.Length;)
        {
            var stream = pdf[at..].IndexOf("stream"u8);
            if (stream < 0)
            {
                clear.Write(pdf[at..]);
                break;
            }

            var head = pdf.Slice(at, stream);
            clear.Write(head);
            at += stream + "stream".Length;

            // Only what follows a dictionary is a stream; its dictionary begins after the last object did.
            var dictionary = head[(head.LastIndexOf("obj"u8) + 1)..];
            if (!head.TrimEnd(" \r\n\t"u8).EndsWith(">>"u8))
            {
                continue;
            }

            var length = pdf[at..].IndexOf("endstream"u8);
            var content = length < 0 ? pdf[at..] : pdf.Slice(at, length);
            at += length < 0 ? content.Length : length + "endstream".Length;
            if (Text(dictionary).Contains("/ObjStm", StringComparison.Ordinal) && !Unpack(dictionary, content, clear, ref room))
            {
                return false;
            }
        }

        return !Text(clear.WrittenSpan).AsSpan().ContainsAny(Active);
    }

    private static bool Unpack(ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> content, ArrayBufferWriter<byte> clear, ref int room)
    {
        var named = Text(dictionary);
        if (!named.Contains("/Filter", StringComparison.Ordinal))
        {
            clear.Write(content);
            return true;
        }

        if (named.Contains("/DecodeParms", StringComparison.Ordinal) || named.Split("Decode").Length != 2 || !named.Contains("/FlateDecode", StringComparison.Ordinal))
        {
            // Packed in a way that is not looked into here.
            return false;
        }

        try
        {
            var start = content is [(byte)'\r', (byte)'\n', ..] ? 2 : 1;
            using var unpacked = new ZLibStream(new MemoryStream(content[start..].ToArray()), CompressionMode.Decompress);
            for (int read; (read = unpacked.Read(clear.GetSpan(64 * 1024))) > 0;)
            {
                clear.Advance(read);
                if ((room -= read) < 0)
                {
                    return false;
                }
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>One character a byte, with the escapes of names (/J#61vaScript) undone.</summary>
    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var escaped = bytes[at] == '#' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]);
            text[length++] = escaped ? (char)((Digit(bytes[++at]) << 4) | Digit(bytes[++at])) : (char)bytes[at];
        }

        return new string(text, 0, length);
    }

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
