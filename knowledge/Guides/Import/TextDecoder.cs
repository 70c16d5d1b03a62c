using System.Text;

namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>Bytes as text: by their mark, else UTF-8, else GB18030 where that reads as Chinese. Never with replaced characters.</summary>
internal static class TextDecoder
{
    /// <summary>Real Chinese text in GB18030 is nearly all symbols and first-level characters; other encodings read as it are not.</summary>
    private const double CommonShare = 0.8;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static (string Text, string Encoding) Decode(byte[] bytes)
    {
        var (text, name) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Strict(Utf8, bytes.AsSpan(3)), "UTF-8"),
            [0xFF, 0xFE, ..] => (Strict(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)), "UTF-16"),
            [0xFE, 0xFF, ..] => (Strict(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)), "UTF-16"),
            _ when Strict(Utf8, bytes) is { } utf8 => (utf8, "UTF-8"),
            _ => (LooksChinese(bytes) ? Strict(Gb18030(), bytes) : null, "GB18030"),
        };
        return text is null || text.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c))
            ? throw new ImportException("认不出文件的编码：不是 UTF-8，也不像 GB18030。请用“另存为”选 UTF-8 再导入。")
            : (text, name);
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Gb18030() => CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static bool LooksChinese(byte[] bytes)
    {
        var (all, common) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] >= 0x80)
            {
                all++;

                // Rows A1–A3 are symbols, B0–D7 the first level of GB 2312.
                common += bytes[i] is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xD7) && i + 1 < bytes.Length && bytes[i + 1] >= 0xA1 ? 1 : 0;
                i++;
            }
        }

        return all > 0 && common >= all * CommonShare;
    }
}
