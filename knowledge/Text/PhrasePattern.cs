namespace PolicyBot.Knowledge.Text;

/// <summary>One part of a phrase: the spellings that it may have.</summary>
/// <param name="Gap">How many characters may stand between it and the part before.</param>
/// <param name="Optional">Whether it may be missing.</param>
internal sealed record PhrasePart(IReadOnlyList<string> Spellings, int Gap, bool Optional);

/// <summary>
/// A phrase as the word lists write it: <c>(a|b|)</c> gives alternatives, an empty one makes the group optional; <c>…</c> stands
/// for up to eight characters of the same clause; <c>^</c> and <c>$</c> are the ends of the text.
/// </summary>
internal static class PhrasePattern
{
    public const char Start = '\u0002';
    public const char End = '\u0003';
    private const int LongestGap = 8;

    /// <summary>Groups in a row are spelled out together up to here; beyond, they become parts that must touch.</summary>
    private const int MostSpellings = 120;

    /// <summary>The phrases that the pattern stands for, each as its parts in order.</summary>
    /// <exception cref="FormatException">The pattern is empty or unbalanced.</exception>
    public static IReadOnlyList<IReadOnlyList<PhrasePart>> Parse(string pattern)
    {
        var folded = TextFolding.Fold(pattern);
        var at = 0;
        var alternatives = PatternNode.ReadAlternatives(folded, ref at);
        if (at != folded.Length)
            throw new FormatException($"Unbalanced phrase: {pattern}");
        return [.. alternatives.SelectMany(PatternNode.WithoutInnerGaps).Select(sequence => Parts(sequence, pattern))];
    }

    private static List<PhrasePart> Parts(IReadOnlyList<PatternNode> sequence, string pattern)
    {
        var parts = new List<PhrasePart>();
        List<string> spelled = [""];
        var gap = 0;
        foreach (var node in sequence)
        {
            if (node.IsGap)
            {
                Close();
                gap = LongestGap;
                continue;
            }
            var next = node.Spell();
            if (spelled.Count * next.Count > MostSpellings)
                Close();
            spelled = [.. spelled.SelectMany(_ => next, (head, tail) => head + tail)];
        }
        Close();
        return parts.Exists(part => !part.Optional) ? parts : throw new FormatException($"Empty phrase: {pattern}");

        void Close()
        {
            var words = spelled.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            if (words.Count > 0)
            {
                parts.Add(new PhrasePart(words, gap, words.Count < spelled.Count && spelled.Contains("", StringComparer.Ordinal)));
                gap = 0;
            }
            spelled = [""];
        }
    }
}
