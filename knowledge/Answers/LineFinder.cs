using System.Collections.Immutable;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Finds the lines of the guides that answer one question of a message.</summary>
internal sealed class LineFinder
{
    /// <summary>How many passages are looked at for an answer; more than a guide has of one matter.</summary>
    private const int Looked = 30;

    /// <summary>A passage whose wordings are as near as this is looked at too, whatever its own words are.</summary>
    private const double Near = 0.3;
    private const double Asked = 0.3;

    private readonly Relevance relevance;
    private readonly Composer composer;
    private readonly IGuideIndex index;
    private readonly Concept matter;
    private readonly AskedWordings wordings;

    public LineFinder(GuideLibrary library, IGuideIndex index, DomainTerms words, AskedWordings wordings)
    {
        this.wordings = wordings;
        this.index = index;
        matter = words.Matter;
        relevance = new Relevance(library, words);
        composer = new Composer(library, relevance);
    }

    /// <param name="asked">Whose question it is.</param>
    /// <param name="guides">Where to look.</param>
    /// <param name="ruling">What the policy says, where the question states facts.</param>
    public IReadOnlyList<Citation> Find(QuestionPart part, AskedQuestion asked, IReadOnlyList<Guide> guides, Ruling? ruling)
    {
        var terms = ruling is null || ruling.IsSettled && guides.Any(guide => guide.Passages.Any(passage => relevance.Exempts(passage) && ruling.Cites(passage)))
            ? part.Terms
            : WithoutOutcome(part.Terms);
        if (ruling is not null)
        {
            terms = terms with { Concepts = [.. terms.Concepts.Except(part.Doubtful)] };
        }

        if (terms.Elsewhere || guides.Count == 0 || terms is { Concepts.Count: 0, Rest.Count: 0 })
        {
            return [];
        }

        if (FormLines.OfBox(guides, part.Text) is { Count: > 0 } boxes)
        {
            return boxes;
        }

        if (terms.Concepts.Any(concept => concept.Fields) && FormLines.Of(guides, part.Text) is { Count: > 0 } form)
        {
            return form;
        }

        // The places of a general guide are examples.
        var units = relevance.Units(terms, asked.Speaking.General ? [] : asked.CareNames, guides);
        if (!LacksStrict(units, guides) && units.Any(unit => unit.Concept is { Facet: true, Strict: false }))
        {
            // 去哪里办，电话多少: the half that the guide has is answered.
            units = [.. units.Where(unit => unit.Concept is not { Strict: true } || IsHeld(unit, guides))];
        }

        IReadOnlyDictionary<string, double> near = wordings.Nearness(part.Text, guides);
        var hits = Search(part, asked, guides, near);
        if (terms.Definition || units.Count == 0 || LacksMatter(units, guides))
        {
            near = ImmutableDictionary<string, double>.Empty;
        }

        var isAsked = near.Values.DefaultIfEmpty().Max() >= Asked;
        return (isAsked || relevance.Tells(units, guides)) && !LacksStrict(units, guides) && (IsOurs(terms, isAsked) || InGuidesWords(terms, hits))
            ? Compose(units, hits, terms, asked, ruling, near)
            : [];
    }

    /// <summary>What the ruling rests on needs to cover less of the question: that it applies is known.</summary>
    private IReadOnlyList<Citation> Compose(IReadOnlyList<Unit> units, List<SearchHit> hits, QuestionTerms terms, AskedQuestion asked, Ruling? ruling, IReadOnlyDictionary<string, double> near)
    {
        var lines = composer.Compose(units, hits, terms.Definition, asked.HomeName, ruling, near);
        return lines.Count > 0 || ruling is not { IsSettled: true }
            ? lines
            : composer.Compose(
                [.. units.Where(unit => unit.Concept is not null)], hits.FindAll(hit => ruling.Cites(hit.Passage)), terms.Definition, asked.HomeName, ruling, near);
    }

    /// <summary>The lines of passages that are known to answer.</summary>
    public IReadOnlyList<Citation> Say(IReadOnlyList<Passage> passages, string? homeName) => composer.Say(passages, homeName);

    /// <summary>Whether some guide has it.</summary>
    public bool Knows(Token token) => relevance.IsKnown(token);

    /// <summary>It asks above all for what the guides do not have: a phone number, a share.</summary>
    public bool Lacks(QuestionPart part, IReadOnlyList<Guide> guides) => LacksStrict(relevance.Units(part.Terms, [], guides), guides);

    /// <summary>Of the guide's words behind a ruling those that hold most of what was said; the first of equals.</summary>
    public Citation? Nearest(IEnumerable<Citation> citations, IEnumerable<QuestionPart> parts)
    {
        var units = parts.SelectMany(part => relevance.Units(part.Terms, [], [])).ToList();
        return citations.MaxBy(cite => units.Where(unit => relevance.InPiece(unit, cite.Quote)).Sum(unit => unit.Weight));
    }

    /// <summary>The one guide that has a name which the question takes from it (承诺书); null where none or several have it.</summary>
    public Guide? Coiner(IEnumerable<QuestionPart> parts, IReadOnlyList<Guide> guides)
    {
        var coined = parts.SelectMany(part => part.Terms.Concepts).Where(concept => concept.Coined)
            .Select(concept => new Unit(Token.Concept(concept.Number), null, concept, 1)).ToList();
        return guides.Where(guide => guide.Passages.Any(passage => coined.Exists(unit => relevance.Holds(unit, passage)))).ToList() is [var only]
            ? only
            : null;
    }

    /// <summary>A word like 取消, or likeness to what people ask, makes a question ours only if it has no word that nobody asks us with (会员).</summary>
    private bool IsOurs(QuestionTerms terms, bool isAsked) =>
        terms.Concepts.Any(concept => concept is { Anchor: true, Weak: false })
        || (isAsked || terms.Anchored) && terms.Rest.All(token => token.Kind == TokenKind.Character || relevance.IsKnown(token) || wordings.Knows(token));

    /// <summary>A matter that the guides do not have (药店) is not answered by what people ask of another.</summary>
    private bool LacksMatter(IReadOnlyList<Unit> units, IReadOnlyList<Guide> guides) => units.Any(unit =>
        unit.Concept is { Topic: false, Facet: false } and ({ Anchor: true } or { Fact: (FactNames.CareKind, _) }) && !guides.Any(guide => guide.Passages.Any(passage => relevance.Holds(unit, passage))));

    private bool LacksStrict(IReadOnlyList<Unit> units, IReadOnlyList<Guide> guides)
    {
        var facets = units.Where(unit => unit.Concept is { Facet: true }).ToList();
        return facets.Exists(unit => unit.Concept!.Strict && !IsHeld(unit, guides))
            && facets.TrueForAll(unit => unit.Concept!.Strict || unit.Concept.Manner);
    }

    private bool IsHeld(Unit unit, IReadOnlyList<Guide> guides) =>
        guides.Any(guide => guide.Passages.Any(passage => !passage.FormField && relevance.Holds(unit, passage)));

    private List<SearchHit> Search(
        QuestionPart part, AskedQuestion asked, IReadOnlyList<Guide> guides, IReadOnlyDictionary<string, double> near)
    {
        // The boxes of forms say nothing, and there are enough of them to crowd out what does.
        var boxes = guides.Sum(guide => guide.Passages.Count(passage => passage.FormField));
        var found = index.Search(
                string.Join(' ', [part.Text, .. asked.CareNames]), guides.Select(guide => guide.Id).ToHashSet(StringComparer.Ordinal), Looked + boxes)
            .Where(hit => !hit.Passage.FormField).Take(Looked).ToList();
        return
        [
            .. found,
            .. guides.SelectMany(guide => guide.Passages)
                .Where(passage => near.GetValueOrDefault(passage.Id) >= Near && !passage.FormField && !found.Exists(hit => hit.Passage == passage))
                .Select(passage => new SearchHit(passage, 0, [])),
        ];
    }

    /// <summary>
    /// Whether to file is the ruling's to say, and while that is open nobody's. What kind of thing is asked for besides is said as the
    /// guide has it for every case.
    /// </summary>
    private QuestionTerms WithoutOutcome(QuestionTerms terms)
    {
        var rest = terms.Concepts.Where(concept => !concept.Exempts).ToList();
        return rest.Count == terms.Concepts.Count ? terms
            : rest.Exists(concept => concept.Facet) ? terms with { Concepts = [.. rest.Union([matter])] }
            : QuestionTerms.None;
    }

    /// <summary>Without a word of the field, a question is about the field if a passage has nearly all of its words.</summary>
    private bool InGuidesWords(QuestionTerms question, IReadOnlyList<SearchHit> hits)
    {
        const double NearlyAll = 0.75;
        const int Fewest = 3;
        var words = question with { Concepts = [] };
        var units = relevance.Units(words, [], []);
        return units.Count >= Fewest && hits.Any(hit => relevance.Coverage(units, hit.Passage) >= NearlyAll);
    }
}
