namespace PolicyBot.Knowledge.Guides;

/// <summary>Finds verbatim quotations in one guide, in single passages first, then across the items of a group.</summary>
internal sealed class QuoteFinder
{
    private readonly Guide guide;
    private readonly List<(string Section, FoldedText Text)> passages = [];
    private readonly List<(string Section, FoldedText Text)> groups = [];
    private readonly List<(string Section, FoldedText Text)> headings = [];

    public QuoteFinder(Guide guide)
    {
        this.guide = guide;
        foreach (var passage in guide.Passages)
        {
            Add(passages, [passage]);
        }

        // Ids of groups rise with the passages; a group is one run of them.
        foreach (var group in guide.Passages.GroupBy(passage => passage.Group).Where(group => group.Skip(1).Any()))
        {
            Add(groups, [.. group]);
        }

        if (!guide.TitleIsOurs)
        {
            headings.Add(("", FoldedText.Of(guide.Title)));
        }

        foreach (var path in guide.Passages.Select(passage => passage.Section).SelectMany(Paths).Distinct())
        {
            headings.Add((path, FoldedText.Of(path[(path.LastIndexOf(Sections.Joiner, StringComparison.Ordinal) is var at and >= 0
                ? at + Sections.Joiner.Length : 0)..])));
        }
    }

    public Citation? Find(string quote, string? under)
    {
        var needle = FoldedText.Of(quote).Folded;
        return needle.Length == 0
            ? null
            : In(passages, needle, under) ?? In(groups, needle, under) ?? In(headings, needle.TrimEnd(':'), under);
    }

    private Citation? In(List<(string Section, FoldedText Text)> places, string needle, string? under)
    {
        foreach (var (section, text) in places)
        {
            if (needle.Length > 0 && (under is null || section.Contains(under, StringComparison.Ordinal))
                && text.Find(needle) is { } words)
            {
                return new Citation(guide.Id, section, words);
            }
        }

        return null;
    }

    /// <summary>Twice: once as people read it, once without the signs that we put between cells.</summary>
    private static void Add(List<(string Section, FoldedText Text)> to, IReadOnlyList<Passage> run)
    {
        var original = string.Join('\n', run.Select(passage => passage.Text));
        to.Add((run[0].Section, FoldedText.Of(original)));
        if (run.All(passage => passage.Cells.Count == 1))
        {
            return;
        }

        var (starts, ends, at) = (new List<int>(), new List<int>(), 0);
        foreach (var passage in run)
        {
            var from = at;
            foreach (var cell in passage.Cells)
            {
                from = original.IndexOf(cell, from, StringComparison.Ordinal);
                starts.Add(from);
                from += cell.Length;
                ends.Add(from);
            }

            at += passage.Text.Length + 1;
        }

        to.Add((run[0].Section, FoldedText.Of(original, starts, ends)));
    }

    private static IEnumerable<string> Paths(string section)
    {
        for (var at = section.IndexOf(Sections.Joiner, StringComparison.Ordinal); at >= 0;
            at = section.IndexOf(Sections.Joiner, at + 1, StringComparison.Ordinal))
        {
            yield return section[..at];
        }

        if (section.Length > 0)
        {
            yield return section;
        }
    }
}
