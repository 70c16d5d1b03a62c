using PolicyBot.Knowledge;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// One message made of cited sentences. A quotation is shown once, with the first sentence that rests on it; the guide's title
/// is written out with its first quotation and not again.
/// </summary>
internal sealed class Bubble(CitationText cites)
{
    private readonly List<string> lines = [];
    private readonly HashSet<Citation> quoted = [];
    private string? titled;
    private string? headed;

    public bool IsEmpty => lines.Count == 0;

    public Bubble Add(string line, Citation? cite = null)
    {
        lines.Add(line);
        return cite is null ? this : Quote(cite);
    }

    /// <summary>An item of a list, its quotation in brackets behind it, so that the list stays one.</summary>
    public Bubble AddItem(string line, Citation? cite = null)
    {
        var quote = cite is null || !quoted.Add(cite) ? string.Empty : cites.Inline(cite, titled != cite.Guide);
        (titled, headed) = quote.Length == 0 ? (titled, headed) : (cite!.Guide, cite.Section);
        lines.Add("- " + line + quote);
        return this;
    }

    public Bubble AddAll(IEnumerable<string> more)
    {
        lines.AddRange(more);
        return this;
    }

    public Bubble Quote(Citation cite)
    {
        if (quoted.Add(cite))
        {
            lines.Add(titled != cite.Guide ? cites.Of(cite) : headed != cite.Section ? cites.Short(cite) : cites.Same(cite));
            (titled, headed) = (cite.Guide, cite.Section);
        }

        return this;
    }

    public override string ToString() => string.Join('\n', lines);
}
