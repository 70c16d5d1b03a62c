using System.Collections.Frozen;

namespace PolicyBot.Knowledge.Places;

/// <summary>What a name can mean, and how far it can be trusted in running text.</summary>
internal sealed class NameEntry
{
    public List<Place> Places { get; } = [];

    /// <summary>What is offered without context: 西安 is the city, although 辽源 has a 西安区.</summary>
    public Place[] Usual { get; set; } = [];

    /// <summary>Only inside these places (园区 in Suzhou); empty: everywhere.</summary>
    public List<Place> OnlyIn { get; } = [];

    /// <summary>Official in full, with its suffix, so that a following 路 or 大学 does not make it a street or school.</summary>
    public bool IsFull { get; set; }

    public bool IsEveryday { get; set; }

    /// <summary>A fixed name that is no place although it contains one: 中山医院.</summary>
    public bool IsNoPlace { get; set; }
}

/// <summary>All names of all places and the words that keep them apart from ordinary text.</summary>
internal sealed class PlaceVocabulary
{
    public PlaceVocabulary(PlaceCatalog catalog, string directory)
    {
        Simplified = DataFile.Words(directory, "traditional.txt").ToFrozenDictionary(pair => pair[0], pair => pair[1]);
        foreach (var place in catalog.All)
        {
            AddFull(place.Name, place);
            foreach (var name in NameRules.ShortNames(place))
                Add(name, place);
        }
        foreach (var row in DataFile.Rows(directory, "former.csv"))
        {
            var place = catalog.Find(row[2])!;
            AddFull(row[1], place);
            foreach (var name in NameRules.ShortNames(place with { Name = row[1] }))
                Add(name, place);
        }
        foreach (var entry in Names.Values)
            entry.Usual = Highest(entry.Places);
        AddAliases(catalog, directory);
        foreach (var word in DataFile.Words(directory, "everyday.txt"))
            Names.GetValueOrDefault(word)?.IsEveryday = true;
        foreach (var word in DataFile.Words(directory, "notplaces.txt"))
            Names.TryAdd(word, new NameEntry { IsNoPlace = true });
        foreach (var (name, entry) in Names)
            Trie.GetOrAdd(name, () => entry);

        Words = DataFile.Words(directory, "words.txt").ToFrozenSet();
        After = DataFile.Lines(directory, "after.txt").SelectMany(WordRule.Parse).ToLookup(rule => rule.Word[0]);
        Cues = [.. DataFile.Rows(directory, "cues.csv").SelectMany(RoleCue.Parse)];
    }

    public Dictionary<string, NameEntry> Names { get; } = new(StringComparer.Ordinal);

    public NameTrie<NameEntry> Trie { get; } = new();

    public FrozenDictionary<char, char> Simplified { get; }

    /// <summary>Everyday words of two characters that a short name may not share a character with.</summary>
    public FrozenSet<string> Words { get; }

    /// <summary>What makes a short name before it a street, a school or a bank; by first character.</summary>
    public ILookup<char, WordRule> After { get; }

    public RoleCue[] Cues { get; }

    /// <summary>Order of candidates everywhere: the larger division first, then by code.</summary>
    public static IEnumerable<Place> InOrder(IEnumerable<Place> places) =>
        places.Distinct().OrderBy(p => p.Level).ThenBy(p => p.Code, StringComparer.Ordinal);

    public static Place[] Highest(IReadOnlyCollection<Place> places) =>
        [.. InOrder(places.Where(p => p.Level == places.Min(other => other.Level)))];

    private void AddAliases(PlaceCatalog catalog, string directory)
    {
        foreach (var row in DataFile.Rows(directory, "aliases.csv"))
        {
            var places = DataFile.Words(row[1]).Select(code => catalog.Find(code)!).ToArray();
            NameEntry? entry = null;
            foreach (var place in places)
                entry = Add(row[0], place);
            entry!.Usual = [.. InOrder(places)];
            entry.OnlyIn.AddRange(DataFile.Words(row[2]).Select(code => catalog.Find(code)!));
        }
    }

    private void AddFull(string name, Place place) => Add(name, place).IsFull = true;

    private NameEntry Add(string name, Place place)
    {
        if (!Names.TryGetValue(name, out var entry))
            Names.Add(name, entry = new NameEntry());
        if (!entry.Places.Contains(place))
            entry.Places.Add(place);
        return entry;
    }
}
