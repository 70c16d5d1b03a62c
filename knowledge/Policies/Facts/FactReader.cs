using PolicyBot.Knowledge.Text;

namespace PolicyBot.Knowledge.Policies.Facts;

/// <summary>Reads facts with the word lists of <c>phrases.zh-CN.yaml</c>. Linear in the length of the text; never throws.</summary>
public sealed class FactReader : IFactReader
{
    private readonly FactLexicon _lexicon;
    private readonly CueFinder _finder;

    internal FactReader(FactLexicon lexicon)
    {
        _lexicon = lexicon;
        _finder = new CueFinder(lexicon);
    }

    /// <exception cref="FormatException">A phrase of the file cannot be read.</exception>
    public static FactReader Load(string path) => new(FactLexicon.Load(path));

    public IReadOnlyList<FactMention> Read(string text)
    {
        var folded = TextFolding.FoldWithMap(text);
        var groups = _finder.Find(folded.Text);
        if (!_lexicon.Facts.Exists(fact => groups.ContainsKey(fact.Fact)))
            return [];
        var wording = new Wording(folded.Text, groups);
        var facts = _lexicon.Facts
            .Where(fact => groups.ContainsKey(fact.Fact))
            .ToDictionary(fact => fact.Fact, fact => Judge(groups[fact.Fact], wording), StringComparer.Ordinal);
        Combine(facts);
        var mentions = new List<FactMention>();
        foreach (var fact in _lexicon.Facts)
        {
            if (!fact.Hidden && facts.TryGetValue(fact.Fact, out var sightings))
                Report(fact, sightings, folded, mentions);
        }
        mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
        return mentions;
    }

    private static List<Sighting> Judge(List<Sighting> sightings, Wording wording)
    {
        var repair = wording.Repair;
        // What comes after "no, I mean" replaces what came before it.
        if (repair > 0 && sightings.Exists(sighting => sighting.Start >= repair))
            sightings = sightings.FindAll(sighting => sighting.Start >= repair);
        return [.. sightings
            .Select(sighting => sighting with { Denied = sighting.Cue.Value is not null && wording.IsDenied(sighting) })
            .Where(sighting => !sighting.Denied)
            .Select(sighting => sighting with { Asked = wording.IsAsked(sighting) })];
    }

    private void Combine(Dictionary<string, List<Sighting>> facts)
    {
        foreach (var combination in _lexicon.Together)
        {
            var found = combination.When
                .Select(pair => facts.GetValueOrDefault(pair.Key)?.Find(sighting => sighting.Cue.Value == pair.Value))
                .ToList();
            if (found.Contains(null))
                continue;
            var last = found[^1]!;
            foreach (var (fact, value) in combination.Then)
            {
                var sighting = last with { Cue = new Cue(fact, value), Asked = found.Exists(part => part!.Asked) };
                facts[fact] = [.. facts.GetValueOrDefault(fact) ?? [], sighting];
            }
        }
    }

    private static void Report(FactWords fact, List<Sighting> sightings, FoldedText folded, List<FactMention> mentions)
    {
        var stated = Settle(fact, sightings.FindAll(sighting => !sighting.Asked));
        var asked = Settle(fact, sightings.FindAll(sighting => sighting.Asked));
        if (stated is not null)
            mentions.Add(Mention(fact.Fact, stated, folded));
        if (asked is not null && asked.Cue.Value != stated?.Cue.Value)
            mentions.Add(Mention(fact.Fact, asked, folded));
    }

    /// <summary>The one value that is said; null when there is none, or when two contradict each other.</summary>
    private static Sighting? Settle(FactWords fact, List<Sighting> sightings)
    {
        if (sightings.Exists(sighting => !sighting.Cue.IsWeak))
            sightings = sightings.FindAll(sighting => !sighting.Cue.IsWeak);
        var beaten = fact.Values
            .Where(value => sightings.Exists(sighting => sighting.Cue.Value == value.Value))
            .SelectMany(value => value.Over)
            .ToList();
        sightings = sightings.FindAll(sighting => sighting.Cue.Value is null || !beaten.Contains(sighting.Cue.Value));
        return sightings.Count > 0 && sightings[0].Cue.Value is { } value
            && sightings.TrueForAll(sighting => sighting.Cue.Value == value) ? sightings[0] : null;
    }

    private static FactMention Mention(string fact, Sighting sighting, FoldedText folded)
    {
        var (start, length) = folded.InOriginal(sighting.Start, sighting.Length);
        return new FactMention(fact, sighting.Cue.Value!, start, length, sighting.Asked);
    }
}
