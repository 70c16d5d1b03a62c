namespace PolicyBot.Knowledge.Places;

/// <summary>Autocomplete over codes, names, short names and bynames.</summary>
internal sealed class PlaceSearch(PlaceCatalog catalog)
{
    private readonly ILookup<string, string> _names = catalog.Vocabulary.Names
        .SelectMany(pair => pair.Value.Places, (pair, place) => (pair.Key, place.Code))
        .ToLookup(pair => pair.Code, pair => pair.Key);

    public IReadOnlyList<Place> Find(string q, int top)
    {
        var query = FoldedText.Fold(q, catalog.Vocabulary.Simplified);
        if (query.Length is 0 or > 40)
            return [];
        // The order of All is the order of codes, and OrderBy is stable.
        return [.. catalog.All.Select(place => (Place: place, Rank: Rank(place, query)))
            .Where(hit => hit.Rank < int.MaxValue)
            .OrderBy(hit => hit.Rank).ThenBy(hit => hit.Place.Level)
            .Take(top).Select(hit => hit.Place)];
    }

    private int Rank(Place place, string query)
    {
        var rank = place.Code.StartsWith(query, StringComparison.OrdinalIgnoreCase) ? 1 : int.MaxValue;
        foreach (var name in _names[place.Code])
        {
            rank = Math.Min(rank, name == query ? 0
                : name.StartsWith(query, StringComparison.Ordinal) ? 1
                : name.Contains(query, StringComparison.Ordinal) ? 2
                : int.MaxValue);
        }
        return rank == int.MaxValue && IsSpelledBy(catalog.FullName(place.Code), query) ? 3 : rank;
    }

    /// <summary>吉林蛟河 finds 吉林省吉林市蛟河市: its characters, in order, and the place's own name among them.</summary>
    private static bool IsSpelledBy(string fullName, string query)
    {
        var at = 0;
        foreach (var c in query)
        {
            at = fullName.IndexOf(c, at) + 1;
            if (at == 0)
                return false;
        }
        return query.Length > 1;
    }
}
