using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Text;

namespace PolicyBot.Knowledge.Search;

/// <summary>
/// Folds text character by character for comparison: full to half width, upper to lower case, traditional to simplified.
/// One character stays one character, so offsets in the folded text are offsets in the original.
/// </summary>
public sealed class CharFolding
{
    private readonly char[] map = new char[char.MaxValue + 1];
    private readonly Dictionary<char, char[]> written;

    public CharFolding()
    {
        for (var c = 0; c < map.Length; c++)
        {
            map[c] = char.ToLowerInvariant(Width.Fold((char)c));
        }

        for (var i = 0; i < TraditionalCharacters.Pairs.Length; i += 2)
        {
            map[TraditionalCharacters.Pairs[i]] = TraditionalCharacters.Pairs[i + 1];
        }

        written = Enumerable.Range(0, map.Length).Select(c => (char)c).Where(c => map[c] != c).GroupBy(c => map[c])
            .ToDictionary(same => same.Key, same => same.ToArray());
    }

    public char Fold(char c) => map[c];

    /// <summary>The other characters that fold to a folded one.</summary>
    internal IReadOnlyList<char> AlsoWritten(char folded) => written.GetValueOrDefault(folded) ?? [];

    public string Fold(string text) => string.Create(text.Length, (text, map), static (folded, state) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = state.map[state.text[i]];
        }
    });
}
