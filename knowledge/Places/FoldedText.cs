using System.Collections.Frozen;

namespace PolicyBot.Knowledge.Places;

/// <summary>Text as the parser compares it (half-width, simplified, no spaces), with the way back to the original.</summary>
internal readonly struct FoldedText
{
    private readonly char[] _chars;
    private readonly int[] _origin;
    private readonly int _length;

    public FoldedText(string text, FrozenDictionary<char, char> simplified)
    {
        _chars = new char[text.Length];
        _origin = new int[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (IsIgnored(text[i]))
                continue;
            _chars[_length] = Fold(text[i], simplified);
            _origin[_length++] = i;
        }
    }

    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, _length);

    public int OriginOf(int index) => _origin[index];

    public static string Fold(string text, FrozenDictionary<char, char> simplified) => new FoldedText(text, simplified).Chars.ToString();

    // A line break parts two answers; a blank inside 吴 江 does not.
    private static bool IsIgnored(char c) => c is not ('\n' or '\r') && (char.IsWhiteSpace(c) || c is '\u200b' or '\u200c' or '\u200d' or '\ufeff');

    private static char Fold(char c, FrozenDictionary<char, char> simplified) => c switch
    {
        < '\u0080' => c,
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        _ => simplified.GetValueOrDefault(c, c),
    };
}
