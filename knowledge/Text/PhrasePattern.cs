namespace PolicyBot.Knowledge.Text;

/// <summary>
/// A phrase as the word lists write it: <c>(a|b|)</c> gives alternatives, an empty one makes the group optional; <c>…</c> stands
/// for up to eight characters of the same clause; <c>^</c> and <c>$</c> are the ends of the text.
/// </summary>
internal static class PhrasePattern
{
    public const char Start = '\u0002';
    public const char End = '\u0003';
    private const int MostAlternatives = 4000;

    /// <summary>The parts between the gaps, each with every spelling that it may have.</summary>
    /// <exception cref="FormatException">The pattern is empty, unbalanced or spells out to too many phrases.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Parse(string pattern)
    {
        var folded = TextFolding.Fold(pattern).Replace("...", "…", StringComparison.Ordinal);
        return [.. folded.Split('…').Select(part => Spell(part, pattern))];
    }

    private static List<string> Spell(string part, string pattern)
    {
        var at = 0;
        var spelled = Alternatives(part, ref at, pattern);
        if (at != part.Length || spelled.Contains("", StringComparer.Ordinal))
            throw new FormatException($"Unbalanced or empty phrase: {pattern}");
        return [.. spelled.Distinct(StringComparer.Ordinal)];
    }

    private static List<string> Alternatives(string text, ref int at, string pattern)
    {
        var all = Sequence(text, ref at, pattern);
        while (at < text.Length && text[at] == '|')
        {
            at++;
            all.AddRange(Sequence(text, ref at, pattern));
        }
        return all;
    }

    private static List<string> Sequence(string text, ref int at, string pattern)
    {
        List<string> heads = [""];
        while (at < text.Length && text[at] is not ('|' or ')'))
        {
            List<string> tails;
            if (text[at] == '(')
            {
                at++;
                tails = Alternatives(text, ref at, pattern);
                if (at >= text.Length || text[at++] != ')')
                    throw new FormatException($"A bracket is not closed: {pattern}");
            }
            else
            {
                tails = [Character(text[at++])];
            }
            if (heads.Count * tails.Count > MostAlternatives)
                throw new FormatException($"Too many spellings: {pattern}");
            heads = [.. heads.SelectMany(_ => tails, (head, tail) => head + tail)];
        }
        return heads;
    }

    private static string Character(char c) => (c switch { '^' => Start, '$' => End, _ => c }).ToString();
}
