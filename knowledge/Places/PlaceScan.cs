namespace PolicyBot.Knowledge.Places;

/// <summary>One pass over one text. Work per character is bounded by the longest name, so long input stays linear.</summary>
internal sealed class PlaceScan(PlaceCatalog catalog, Place? within, bool expectPlace)
{
    private readonly PlaceVocabulary _vocabulary = catalog.Vocabulary;

    public List<FoundPlace> Run(ReadOnlySpan<char> text, string[] connectors)
    {
        var found = new List<FoundPlace>();
        var bare = Bare(text);
        if (expectPlace && _vocabulary.Trie.Find(bare) is { IsNoPlace: false } whole && IsKnownHere(whole))
        {
            var start = text.IndexOf(bare, StringComparison.Ordinal);
            found.Add(new FoundPlace(start, start + bare.Length, Choose(whole)));
            return found;
        }
        for (var i = 0; i < text.Length;)
        {
            var best = Longest(text, i, above: null, connectors, found.Count > 0 ? found[^1].End : 0, out var noPlaceEnd);
            if (best.End > i && best.End >= noPlaceEnd)
            {
                found.Add(best);
                i = best.End;
            }
            else
            {
                i = Math.Max(i + 1, noPlaceEnd);
            }
        }
        return found;
    }

    /// <summary>The longest chain of nesting names that begins at a position; its end is the start where there is none.</summary>
    private FoundPlace Longest(
        ReadOnlySpan<char> text, int start, IReadOnlyList<Place>? above, string[] connectors, int read, out int noPlaceEnd)
    {
        var best = new FoundPlace(start, start, []);
        noPlaceEnd = 0;
        var node = 0;
        for (var end = start + 1; end <= text.Length && _vocabulary.Trie.Step(ref node, text[end - 1]); end++)
        {
            if (_vocabulary.Trie.ValueAt(node) is not { } entry)
                continue;
            if (entry.IsNoPlace)
            {
                noPlaceEnd = end;
                continue;
            }
            if (!CanBe(entry, text, start, end, read, chained: above is not null))
                continue;
            var places = Below(entry, above);
            if (places.Count == 0)
                continue;
            var tail = Continue(text, end, places, connectors);
            if (tail.End >= best.End && tail.End > end)
                best = tail with { Start = start };
            else if (end >= best.End && (above is not null || expectPlace || !entry.IsEveryday))
                best = new FoundPlace(start, end, above is null ? Choose(entry) : Innermost(places));
        }
        return best;
    }

    private FoundPlace Continue(ReadOnlySpan<char> text, int end, IReadOnlyList<Place> above, string[] connectors)
    {
        foreach (var connector in connectors)
        {
            if (!text[end..].StartsWith(connector, StringComparison.Ordinal))
                continue;
            var start = end + connector.Length;
            var next = Longest(text, start, above, connectors, read: start, out _);
            if (next.End > start)
                return next;
        }
        return new FoundPlace(end, end, []);
    }

    private bool CanBe(NameEntry entry, ReadOnlySpan<char> text, int start, int end, int read, bool chained)
    {
        if (end - start == 1)
            return false;
        if (!chained && !IsKnownHere(entry))
            return false;
        // Two characters are little: 办理县外就医 does not name 理县, though that is its name in full.
        return (end - start > 2 || !SharesWord(text, start, end, read)) && (entry.IsFull || !IsNamedAfter(text[end..]));
    }

    private bool IsKnownHere(NameEntry entry) =>
        entry.OnlyIn.Count == 0 || (within is not null && entry.OnlyIn.Exists(p => catalog.IsWithin(within, p)));

    private bool IsNamedAfter(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return false;
        foreach (var rule in _vocabulary.After[rest[0]])
        {
            if (rule.Begins(rest))
                return true;
        }
        return false;
    }

    // 医保|定点 before, 普|通化|验 behind; what an earlier mention has used is no longer part of a word.
    private bool SharesWord(ReadOnlySpan<char> text, int start, int end, int read)
    {
        var words = _vocabulary.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        return (start > read && words.Contains(text.Slice(start - 1, 2)))
            || (end < text.Length && words.Contains(text.Slice(end - 1, 2)));
    }

    private IReadOnlyList<Place> Below(NameEntry entry, IReadOnlyList<Place>? above) => above is null
        ? entry.Places
        : entry.Places.FindAll(p => above.Any(a => a.Code != p.Code && catalog.IsWithin(p, a)));

    private Place[] Choose(NameEntry entry)
    {
        if (within is null)
            return entry.Usual;
        var usual = Array.FindAll(entry.Usual, p => catalog.IsWithin(p, within));
        if (usual.Length > 0)
            return usual;
        var inside = entry.Places.FindAll(p => catalog.IsWithin(p, within));
        return inside.Count > 0 ? PlaceVocabulary.Highest(inside) : entry.Usual;
    }

    // 辽宁朝阳 is the city, of which 朝阳县 is a part.
    private static Place[] Innermost(IReadOnlyList<Place> places) => PlaceVocabulary.Highest([.. places]);

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text) => text.Trim("\r\n，。！？、；：,.!?;: 吧呢啊");
}
