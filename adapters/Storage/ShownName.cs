using System.Globalization;
using System.Text;

namespace PolicyBot.Adapters.Storage;

/// <summary>A sender's file name made safe to show and to offer for download; it never reaches a path.</summary>
internal static class ShownName
{
    private const int MaxLength = 100;

    public static string Of(string fileName)
    {
        // Either slash: the name may come from a Windows machine.
        var last = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes().Where(IsVisible))
        {
            kept.Append(rune);
        }

        var name = kept.ToString().Trim().TrimEnd('.');
        var extension = Path.GetExtension(name);
        var stem = Path.GetFileNameWithoutExtension(name);
        if (extension.Length > 10)
        {
            (stem, extension) = (name, string.Empty);
        }

        stem = stem.Length == 0 ? "文件" : IsDevice(stem) ? "_" + stem : stem;
        return Cut(stem, MaxLength - extension.Length) + extension;
    }

    // Format characters turn text around (bidi marks) or hide it; replacement characters stand for broken surrogates.
    private static bool IsVisible(Rune rune) => rune.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or 0xFFFD)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    // Names that Windows opens as a device, with whatever extension.
    private static bool IsDevice(string stem) => stem.Split('.')[0].ToUpperInvariant() switch
    {
        "CON" or "PRN" or "AUX" or "NUL" => true,
        { Length: 4 } port => (port.StartsWith("COM", StringComparison.Ordinal) || port.StartsWith("LPT", StringComparison.Ordinal)) && char.IsAsciiDigit(port[3]),
        _ => false,
    };

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
