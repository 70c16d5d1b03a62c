using PolicyBot.Knowledge.Text;

namespace PolicyBot.Knowledge.Policies.Facts;

/// <summary>Finds the cues of the word lists in folded text; of phrases within one another the longest counts.</summary>
internal sealed class CueFinder
{
    private readonly List<Cue> _cues = [];
    private readonly PhraseMatcher _matcher;

    public CueFinder(FactLexicon lexicon)
    {
        var patterns = new List<(string, int)>();
        foreach (var fact in lexicon.Facts)
        {
            Add(fact.Ignore, new Cue(fact.Fact, IsHidden: true));
            Add(fact.Open, new Cue(fact.Fact));
            foreach (var value in fact.Values)
            {
                Add(value.Terms, new Cue(fact.Fact, value.Value, IsTerm: true));
                Add(value.Phrases, new Cue(fact.Fact, value.Value));
                Add(value.WeakTerms, new Cue(fact.Fact, value.Value, IsTerm: true, IsWeak: true));
                Add(value.WeakPhrases, new Cue(fact.Fact, value.Value, IsWeak: true));
            }
        }
        foreach (var (name, marker) in lexicon.Markers)
        {
            Add(marker.Words, new Cue(name));
            Add(marker.Ignore, new Cue(name, IsHidden: true));
        }
        _matcher = new PhraseMatcher(patterns);

        void Add(List<string> phrases, Cue cue)
        {
            patterns.AddRange(phrases.Select(phrase => (PhraseSets.Fill(phrase, lexicon.Sets), _cues.Count)));
            _cues.Add(cue);
        }
    }

    /// <summary>The sightings of each group, by start.</summary>
    public Dictionary<string, List<Sighting>> Find(string folded)
    {
        var groups = new Dictionary<string, List<Sighting>>(StringComparer.Ordinal);
        foreach (var hit in _matcher.Find(folded))
        {
            var cue = _cues[hit.Tag];
            if (!groups.TryGetValue(cue.Group, out var group))
                groups[cue.Group] = group = [];
            group.Add(new Sighting(cue, hit.Start, hit.Length));
        }
        foreach (var (name, group) in groups)
            groups[name] = Longest(group);
        return groups;
    }

    private static List<Sighting> Longest(List<Sighting> sightings)
    {
        var kept = new List<Sighting>(sightings.Count);
        Sighting? reach = null;
        sightings.Sort(InReadingOrder);
        foreach (var next in sightings)
        {
            var rival = reach is { Cue.IsHidden: false } && next.Start == reach.Start && next.Length == reach.Length
                && next.Cue.Value != reach.Cue.Value;
            if (reach is not null && next.End <= reach.End && !rival)
                continue;
            reach = next;
            kept.Add(next);
        }
        kept.RemoveAll(sighting => sighting.Cue.IsHidden);
        return kept;
    }

    /// <summary>Of two cues for the same words a hidden one comes first, then a term: it may be asked about.</summary>
    private static int InReadingOrder(Sighting a, Sighting b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start)
        : a.Length != b.Length ? b.Length.CompareTo(a.Length)
        : a.Cue.IsHidden != b.Cue.IsHidden ? b.Cue.IsHidden.CompareTo(a.Cue.IsHidden)
        : b.Cue.IsTerm.CompareTo(a.Cue.IsTerm);
}
