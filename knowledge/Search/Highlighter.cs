namespace PolicyBot.Knowledge.Search;

/// <summary>Finds where the words of a question stand in a text.</summary>
internal sealed class Highlighter(DomainTerms terms)
{
    private readonly Tokenizer tokenizer = new(terms);

    /// <summary>Stretches of the text in order, none touching another. Single characters do not count: they are everywhere.</summary>
    public IReadOnlyList<Highlight> Find(string text, IReadOnlySet<ulong> keys)
    {
        var tokens = new List<Token>();
        tokenizer.CutGuide(text, tokens);
        tokens.RemoveAll(token => token.Kind == TokenKind.Character || !keys.Contains(token.Key));
        tokens.Sort((x, y) => x.Start.CompareTo(y.Start));

        var highlights = new List<Highlight>();
        foreach (var token in tokens)
        {
            var end = token.Start + token.Length;
            if (highlights is [.., var last] && token.Start <= last.Start + last.Length)
            {
                highlights[^1] = new Highlight(last.Start, Math.Max(end, last.Start + last.Length) - last.Start);
            }
            else
            {
                highlights.Add(new Highlight(token.Start, token.Length));
            }
        }

        return highlights;
    }
}
