namespace PolicyBot.Knowledge.Text;

/// <summary>Named lists of words that the phrases of a word list share.</summary>
public static class PhraseSets
{
    /// <summary>Puts the list in the place of its name: <c>{child}</c> becomes <c>(儿子|女儿)</c>.</summary>
    /// <exception cref="FormatException">The phrase names a list that does not exist.</exception>
    public static string Fill(string phrase, IReadOnlyDictionary<string, string> sets)
    {
        foreach (var (name, words) in sets)
            phrase = phrase.Replace($"{{{name}}}", $"({words})", StringComparison.Ordinal);
        return phrase.Contains('{', StringComparison.Ordinal) ? throw new FormatException($"No such list: {phrase}") : phrase;
    }

    /// <summary>Every spelling of a phrase without gaps.</summary>
    /// <exception cref="FormatException">The phrase has a gap or cannot be read.</exception>
    public static IReadOnlyList<string> Spell(string phrase, IReadOnlyDictionary<string, string> sets)
    {
        var filled = Fill(phrase, sets);
        var at = 0;
        return filled.Contains('…', StringComparison.Ordinal)
            ? throw new FormatException($"No gaps here: {phrase}")
            : [.. PatternNode.ReadAlternatives(TextFolding.Fold(filled), ref at).SelectMany(PatternNode.SpellAll)];
    }
}
