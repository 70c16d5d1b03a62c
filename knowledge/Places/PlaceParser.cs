namespace PolicyBot.Knowledge.Places;

/// <summary>
/// Finds places in running text: the longest name wins, names that nest are one mention (吉林省吉林市蛟河市, 上海黄浦),
/// and short names that are also ordinary words count only where the text leaves no doubt. Safe to share.
/// </summary>
public sealed class PlaceParser(PlaceCatalog catalog)
{
    // People part the levels of an address with these; forms also write 北京市市辖区朝阳区.
    private static readonly string[] Connectors = ["", "的", "-", "·", "/", ">", "市辖区"];

    private readonly PlaceVocabulary _vocabulary = catalog.Vocabulary;
    private readonly RoleReader _roles = new(catalog.Vocabulary.Cues);

    /// <summary>All places named in a text, in order; they never overlap.</summary>
    /// <param name="within">Code of a place that the talk is about: an ambiguous name means the one inside it.</param>
    /// <param name="expectPlace">A place was asked for, so 和平, 朝阳 or 沪 is one.</param>
    public IReadOnlyList<PlaceMention> Parse(string text, string? within = null, bool expectPlace = false)
    {
        var folded = new FoldedText(text, _vocabulary.Simplified);
        return [.. Find(folded, within, expectPlace).Select(found => found.ToMention(text, folded))];
    }

    /// <summary>What the places in a sentence are for: where a person is insured and where they want care.</summary>
    public PlaceRoles Roles(string text, string? within = null, bool expectPlace = false)
    {
        var folded = new FoldedText(text, _vocabulary.Simplified);
        return _roles.Read(text, folded, Find(folded, within, expectPlace));
    }

    /// <summary>Up to three places that a text with a slip of the pen may mean (蛟何市); what it names, if it names any.</summary>
    public IReadOnlyList<Place> Suggest(string text)
    {
        var named = Parse(text, expectPlace: true);
        return named.Count > 0
            ? [.. named.SelectMany(mention => mention.Candidates).Distinct().Take(3)]
            : PlaceSuggester.Find(catalog, FoldedText.Fold(text, _vocabulary.Simplified));
    }

    private List<FoundPlace> Find(FoldedText folded, string? within, bool expectPlace)
    {
        var scan = new PlaceScan(catalog, within is null ? null : catalog.Find(within), expectPlace);
        return scan.Run(folded.Chars, Connectors);
    }
}
