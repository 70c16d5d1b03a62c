namespace PolicyBot.Knowledge.Text;

/// <summary>A character, a gap or a group of a phrase pattern.</summary>
internal sealed class PatternNode
{
    private readonly string _text = "";
    private readonly IReadOnlyList<IReadOnlyList<PatternNode>> _alternatives = [];

    private PatternNode(string text) => _text = text;

    private PatternNode(IReadOnlyList<IReadOnlyList<PatternNode>> alternatives) => _alternatives = alternatives;

    public bool IsGap => _text == "…";

    private bool IsGroup => _alternatives.Count > 0;

    public static List<IReadOnlyList<PatternNode>> ReadAlternatives(string text, ref int at)
    {
        List<IReadOnlyList<PatternNode>> all = [ReadSequence(text, ref at)];
        while (at < text.Length && text[at] == '|')
        {
            at++;
            all.Add(ReadSequence(text, ref at));
        }
        return all;
    }

    /// <summary>The same phrases with every gap outside of the groups.</summary>
    public static IEnumerable<IReadOnlyList<PatternNode>> WithoutInnerGaps(IReadOnlyList<PatternNode> sequence)
    {
        for (var i = 0; i < sequence.Count; i++)
        {
            var node = sequence[i];
            if (!node.IsGroup || !node._alternatives.Any(HasGap))
                continue;
            List<PatternNode> before = [.. sequence.Take(i)], after = [.. sequence.Skip(i + 1)];
            var gapless = node._alternatives.Where(alternative => !HasGap(alternative)).ToList();
            var spread = node._alternatives.Where(HasGap).Select(alternative => (IReadOnlyList<PatternNode>)[.. before, .. alternative, .. after]);
            if (gapless.Count > 0)
                spread = spread.Append([.. before, new PatternNode(gapless), .. after]);
            return spread.SelectMany(WithoutInnerGaps);
        }
        return [sequence];
    }

    /// <summary>Every spelling of a character or of a group without gaps.</summary>
    public IReadOnlyList<string> Spell() => IsGroup
        ? [.. _alternatives.SelectMany(SpellAll).Distinct(StringComparer.Ordinal)]
        : [_text];

    /// <summary>Every spelling of a sequence without gaps.</summary>
    public static IEnumerable<string> SpellAll(IReadOnlyList<PatternNode> sequence) => sequence
        .Select(node => node.Spell())
        .Aggregate((IEnumerable<string>)[""], (heads, tails) => heads.SelectMany(_ => tails, (head, tail) => head + tail));

    private static bool HasGap(IReadOnlyList<PatternNode> sequence) =>
        sequence.Any(node => node.IsGap || node._alternatives.Any(HasGap));

    private static List<PatternNode> ReadSequence(string text, ref int at)
    {
        var nodes = new List<PatternNode>();
        while (at < text.Length && text[at] is not ('|' or ')'))
        {
            var c = text[at++];
            if (c != '(')
            {
                nodes.Add(new PatternNode(c switch { '^' => $"{PhrasePattern.Start}", '$' => $"{PhrasePattern.End}", _ => $"{c}" }));
                continue;
            }
            var group = ReadAlternatives(text, ref at);
            if (at >= text.Length || text[at++] != ')')
                throw new FormatException($"A bracket is not closed: {text}");
            nodes.Add(new PatternNode(group));
        }
        return nodes;
    }
}
