namespace PolicyBot.Knowledge.Places;

/// <summary>Full names that differ by one character from a piece of a text in which nothing was recognised.</summary>
internal static class PlaceSuggester
{
    private const int LongestText = 60;

    public static IReadOnlyList<Place> Find(PlaceCatalog catalog, string text)
    {
        if (text.Length is < 2 or > LongestText)
            return [];
        return [.. catalog.All.Where(place => place.Name.Length >= 3)
            .Select(place => (Place: place, Cost: Cost(place.Name, text)))
            .Where(hit => hit.Cost < int.MaxValue)
            .OrderBy(hit => hit.Cost).ThenBy(hit => hit.Place.Level).ThenBy(hit => hit.Place.Code, StringComparer.Ordinal)
            .Take(3).Select(hit => hit.Place)];
    }

    /// <summary>The first character is the one that people get right: a slip there comes last.</summary>
    private static int Cost(string name, string text)
    {
        var cost = int.MaxValue;
        for (var start = 0; start + name.Length - 1 <= text.Length; start++)
        {
            var wrong = start + name.Length <= text.Length ? Differences(name, text.AsSpan(start, name.Length)) : 2;
            if (wrong == 1)
                cost = Math.Min(cost, text[start] == name[0] ? 1 : 3);
            else if (name.Length > 3 && IsOneShort(name, text.AsSpan(start, name.Length - 1)))
                cost = Math.Min(cost, 2);
        }
        return cost;
    }

    private static int Differences(string name, ReadOnlySpan<char> piece)
    {
        var wrong = 0;
        for (var i = 0; i < name.Length && wrong < 2; i++)
            wrong += name[i] == piece[i] ? 0 : 1;
        return wrong;
    }

    private static bool IsOneShort(string name, ReadOnlySpan<char> piece)
    {
        var same = piece.CommonPrefixLength(name);
        return piece[same..].SequenceEqual(name.AsSpan(same + 1));
    }
}
