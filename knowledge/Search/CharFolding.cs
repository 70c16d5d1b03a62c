using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Search;

/// <summary>
/// Folds text character by character for comparison: full to half width, upper to lower case, traditional to simplified.
/// One character stays one character, so offsets in the folded text are offsets in the original.
/// </summary>
public sealed class CharFolding
{
    private readonly char[] map = new char[char.MaxValue + 1];

    /// <param name="traditional">Pairs of a traditional character and its simplified form.</param>
    public CharFolding(IEnumerable<string> traditional)
    {
        for (var c = 0; c < map.Length; c++)
        {
            map[c] = char.ToLowerInvariant(Width.Fold((char)c));
        }

        foreach (var pair in traditional)
        {
            map[pair[0]] = pair[1];
        }
    }

    /// <summary>Reads a file of pairs parted by white space; lines that begin with # are comments.</summary>
    public static CharFolding Load(string path) => new(
        File.ReadLines(path).Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    public char Fold(char c) => map[c];

    public string Fold(string text) => string.Create(text.Length, (text, map), static (folded, state) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = state.map[state.text[i]];
        }
    });
}
