using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>One thing that a question asks for, and how much it tells.</summary>
/// <param name="Name">A place name to be found literally; null for a token.</param>
internal sealed record Unit(ulong Key, string? Name, Concept? Concept, double Weight);

/// <summary>
/// How much of a question a passage covers: the weight of the units that stand in the passage or its headings, as a share of
/// the weight of all. A unit weighs more the fewer passages hold it, so 承诺书 counts for much and 备案 for little.
/// </summary>
internal sealed class Relevance
{
    /// <summary>What every guide is about tells no passage from another; it counts only where nothing else is asked.</summary>
    private const double TopicWeight = 0.3;
    private const double LeastWeight = 0.7;
    private const double PlaceWeight = 4;

    /// <summary>What kind of thing is asked for matters more than the circumstances told.</summary>
    private const double FacetFactor = 1.5;

    /// <summary>People wrap a question in a story: words outside the field count at most this much beside those of the field.</summary>
    private const double RestShare = 0.3;

    /// <summary>But never less than this, lest 医保 alone make a question ours.</summary>
    private const double LeastRest = 1.5;

    /// <summary>The share of the passages beyond which a unit tells nothing.</summary>
    private const double MostHolders = 0.4;

    /// <summary>A doubtful bigram is a word if this few passages have it.</summary>
    private const int FewHolders = 3;

    private readonly Dictionary<string, PassageKeys> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> holders = [];
    private readonly Tokenizer tokenizer;
    private readonly List<ulong> exempting;
    private readonly List<ulong> special;
    private readonly List<ulong> near;
    private readonly HashSet<string> narrow;

    public Relevance(GuideLibrary library, DomainTerms terms)
    {
        tokenizer = new Tokenizer(terms);
        exempting = [.. terms.Concepts.Where(concept => concept.Exempts).Select(concept => Token.Concept(concept.Number))];
        special = [.. terms.Concepts.Where(concept => concept.Special).Select(concept => Token.Concept(concept.Number))];
        near = [.. terms.Concepts.Where(concept => concept.Near).Select(concept => Token.Concept(concept.Number))];
        narrow = [.. library.Guides.Where(guide => Keys(guide.Title).Overlaps(near)).Select(guide => guide.Id)];
        foreach (var passage in library.Guides.SelectMany(guide => guide.Passages))
        {
            var (text, path) = (Keys(passage.Text), Keys(passage.Section));
            var heading = Keys(Sections.Split(passage.Section).LastOrDefault(""));
            if (Excerpts.LeadOf(library.Find(passage.Guide)!, passage) is { } lead)
            {
                // What leads into a list is said of each item, as a heading is.
                var said = Keys(lead.Text);
                path.UnionWith(said);
                heading.UnionWith(said);
            }

            keys.Add(passage.Id, new PassageKeys(text, heading, path));
            foreach (var key in passage.FormField ? [] : text.Union(path))
            {
                holders[key] = holders.GetValueOrDefault(key) + 1;
            }
        }
    }

    public IReadOnlyList<Unit> Units(QuestionTerms question, IEnumerable<string> names, IReadOnlyList<Guide> guides)
    {
        var titles = Keys(string.Join('\n', guides.Select(guide => guide.Title)));
        var units = question.Concepts.Select(concept => new Unit(
            Token.Concept(concept.Number), null, concept,
            IsTopic(concept) ? TopicWeight : (concept is { Facet: true, Manner: false } ? FacetFactor : 1) * Rarity(Token.Concept(concept.Number)))).ToList();
        var field = units.Sum(unit => unit.Weight);
        var rest = question.Rest.Where(token => token.Kind != TokenKind.Character)
            .Concat(question.Doubtful.Where(token => holders.GetValueOrDefault(token.Key) is > 0 and <= FewHolders))
            .Select(token => token.Key).Distinct().Select(key => new Unit(key, null, null, Rarity(key))).ToList();
        var scale = field > 0 && rest.Count > 0
            ? Math.Min(1, Math.Max(LeastRest, RestShare * field) / rest.Sum(unit => unit.Weight))
            : 1;
        units.AddRange(rest.Select(unit => unit with { Weight = unit.Weight * scale }));
        if (units.Exists(unit => unit.Concept is null || !IsTopic(unit.Concept)))
        {
            units.RemoveAll(unit => unit.Concept is not null && IsTopic(unit.Concept));
        }

        // A care place that no guide names is not held against a passage.
        if (names.FirstOrDefault(name => guides.Any(guide => guide.Passages.Any(passage => PlaceNames.Names(passage.Text, name)))) is { } named)
        {
            units.Add(new Unit(0, named, null, PlaceWeight));
        }

        return units;

        // 跨省 tells nothing in a guide on cross-province care.
        bool IsTopic(Concept concept) =>
            concept.Topic || concept is { Facet: false, Ruled: false } && titles.Contains(Token.Concept(concept.Number));
    }

    /// <summary>
    /// Whether a section is for a special case that the question does not name; or it asks of another province in a guide on care within
    /// the province: there only what says 省内 tells that it does not hold.
    /// </summary>
    public bool IsBeside(IReadOnlyList<Unit> units, Passage passage) =>
        special.Exists(key => keys[passage.Id].Path.Contains(key) && !units.Any(unit => unit.Key == key))
        || narrow.Contains(passage.Guide) && units.Any(unit => unit.Concept is { Far: true }) && !SaysNear(passage);

    /// <summary>Whether the question tells the passages apart at all: 备案 alone is said by every second one.</summary>
    public bool Tells(IReadOnlyList<Unit> units, IReadOnlyList<Guide> guides)
    {
        var passages = guides.SelectMany(guide => guide.Passages).Where(passage => !passage.FormField).ToList();
        return units.Any(unit => unit.Concept switch
        {
            { Facet: true } => true,
            { Topic: true } => false,
            _ => passages.Count(passage => Holds(unit, passage)) is > 0 and var holding && holding <= passages.Count * MostHolders,
        });
    }

    public double Coverage(IReadOnlyList<Unit> units, Passage passage)
    {
        var all = units.Sum(unit => unit.Weight);
        return all <= 0 ? 0 : units.Where(unit => Holds(unit, passage)).Sum(unit => unit.Weight) / all;
    }

    /// <summary>Whether some guide has it.</summary>
    public bool IsKnown(Token token) => holders.ContainsKey(token.Key);

    public bool Holds(Unit unit, Passage passage) => InText(unit, passage) || InSection(unit, passage);

    public bool InText(Unit unit, Passage passage) =>
        unit.Name is not null ? PlaceNames.Names(passage.Text, unit.Name)
        : keys[passage.Id].Text.Contains(unit.Key) || unit.Concept is { Far: true } && narrow.Contains(passage.Guide) && SaysNear(passage);

    private bool SaysNear(Passage passage) => near.Exists(key => keys[passage.Id].Text.Contains(key));

    /// <summary>
    /// Whether the headings say the unit. What kind of thing a section has (材料, 渠道) only its own heading tells: one above,
    /// such as 登记备案业务办理流程, is said of too much.
    /// </summary>
    public bool InSection(Unit unit, Passage passage) =>
        unit.Name is null && (unit.Concept is { Facet: true } ? keys[passage.Id].Heading : keys[passage.Id].Path).Contains(unit.Key);

    /// <summary>Whether the passage says that nothing need be filed.</summary>
    public bool Exempts(Passage passage) =>
        exempting.Exists(key => keys[passage.Id].Text.Contains(key) || keys[passage.Id].Path.Contains(key));

    /// <summary>Whether a piece of a passage holds the unit.</summary>
    public bool InPiece(Unit unit, string piece) =>
        unit.Name is not null ? PlaceNames.Names(piece, unit.Name) : Keys(piece).Contains(unit.Key);

    private double Rarity(ulong key)
    {
        var holding = holders.GetValueOrDefault(key);
        return Math.Max(LeastWeight, Math.Log(1 + (keys.Count - holding + 0.5) / (holding + 0.5)));
    }

    private HashSet<ulong> Keys(string text)
    {
        var tokens = new List<Token>();
        tokenizer.CutGuide(text, tokens);
        return [.. tokens.Select(token => token.Key)];
    }

    /// <param name="Heading">Of the heading right above, and of the lead.</param>
    /// <param name="Path">Of all headings above, and of the lead.</param>
    private sealed record PassageKeys(HashSet<ulong> Text, HashSet<ulong> Heading, HashSet<ulong> Path);
}
