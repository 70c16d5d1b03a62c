using System.Text;

namespace PolicyBot.Knowledge.Text;

/// <summary>
/// Folds what people type so that one wording has one spelling: full width to half width, traditional to simplified, capital to
/// small letters, runs of white space to one space; emoji, zero-width and control characters go. For matching only: what is shown
/// or stored keeps its own spelling (a name such as 張三 is what the identity card says).
/// </summary>
public static class TextFolding
{
    /// <summary>What each character folds to. A table, because every message and every passage goes through it.</summary>
    private static readonly char[] Folded = FoldedCharacters();

    /// <summary>The folded text, without white space at either end.</summary>
    public static string Fold(string? text) => FoldWithMap(text).Text;

    /// <summary>The folded text, with the way back to the places in the original.</summary>
    public static FoldedText FoldWithMap(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new FoldedText("", [], 0);
        var folded = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length);
        var spaceAt = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = FoldWidth(text[i]);
            if (char.IsWhiteSpace(c))
            {
                spaceAt = folded.Length > 0 && spaceAt < 0 ? i : spaceAt;
                continue;
            }
            if (IsDropped(text, ref i))
                continue;
            if (spaceAt >= 0)
            {
                folded.Append(' ');
                offsets.Add(spaceAt);
                spaceAt = -1;
            }
            folded.Append(Folded[c]);
            offsets.Add(i);
            if (char.IsHighSurrogate(c) && i + 1 < text.Length)
            {
                folded.Append(text[++i]);
                offsets.Add(i);
            }
        }
        return new FoldedText(folded.ToString(), offsets, text.Length);
    }

    /// <summary>Full width to half width, and nothing else; for values that keep their spelling, such as names.</summary>
    public static string FoldWidth(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = FoldWidth(source[i]);
    });

    private static char FoldWidth(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        '。' => '.',
        '、' => ',',
        '〇' or '○' => '零',
        '•' or '・' or '‧' or '●' => '·',
        '—' or '–' or '−' or '‐' or '‑' => '-',
        _ => c,
    };

    /// <summary>Whether the character at <paramref name="i"/> carries no wording; moves past a pair of surrogates.</summary>
    private static bool IsDropped(string text, ref int i)
    {
        var c = text[i];
        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            // Rare characters of names (planes 2 and 3) stay; everything else beyond the first plane is emoji and the like.
            if (char.ConvertToUtf32(c, text[i + 1]) is >= 0x20000 and <= 0x3FFFF)
                return false;
            i++;
            return true;
        }
        return char.IsSurrogate(c) || char.IsControl(c)
            || c is >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u206F'
            || c is '\uFEFF' or '\u00AD' or '\u20E3' or >= '\uFE00' and <= '\uFE0F' or >= '\uE000' and <= '\uF8FF'
            || c is (>= '\u2600' and <= '\u27BF' or >= '\u2B00' and <= '\u2BFF')
                and not (>= '\u2776' and <= '\u2793');
    }

    private static char[] FoldedCharacters()
    {
        var folded = new char[char.MaxValue + 1];
        for (var i = 0; i < folded.Length; i++)
            folded[i] = char.ToLowerInvariant((char)i);
        const string pairs = TraditionalCharacters.Pairs;
        for (var i = 0; i + 1 < pairs.Length; i += 2)
            folded[pairs[i]] = pairs[i + 1];
        return folded;
    }
}
