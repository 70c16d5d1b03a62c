using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Picks from what a search found the passages that answer a question, all of one guide.</summary>
internal sealed class PassagePicker(GuideLibrary library, Relevance relevance)
{
    /// <summary>A passage that covers less of the question than this does not answer it.</summary>
    private const double Threshold = 0.5;

    /// <summary>Further passages must score nearly as much as the best one; within its own section somewhat less.</summary>
    private const double AlsoElsewhere = 0.9;
    private const double AlsoInSection = 0.65;
    private const double AlsoDefining = 0.99;
    private const int MostGroups = 4;

    /// <summary>Support of the determination breaks ties.</summary>
    private const double CitedBonus = 0.2;

    /// <summary>A section whose heading names what is asked for (备案类型及材料) comes before one that only mentions it.</summary>
    private const double HeadingBonus = 0.15;

    /// <summary>A question worded as people ask what a passage answers is answered by it; so much of its own words it may lack.</summary>
    private const double AskedBonus = 0.5;
    private const double AskedCover = 0.5;

    private readonly Excerpts excerpts = new(library, relevance);

    public IReadOnlyList<Passage> Pick(
        IReadOnlyList<Unit> units, IReadOnlyList<SearchHit> hits, bool definition, Mine mine)
    {
        var ranked = Rank(units, hits, mine);
        var picked = new List<Passage>();
        if (ranked.Count == 0)
        {
            return picked;
        }

        var (best, most) = ranked[0];

        // How people ask for the one is no reason to leave out what by its own words is as good an answer.
        var own = ranked.ToDictionary(found => found.Passage, found => found.Score - AskedBonus * mine.Nearness(found.Passage));
        var mostOwn = own[best] >= AlsoElsewhere * own.Values.Max() ? own.Values.Max() : double.PositiveInfinity;
        var groups = 0;
        foreach (var (passage, score) in ranked)
        {
            var least = passage == best ? 0 : definition ? AlsoDefining : passage.Section == best.Section ? AlsoInSection : AlsoElsewhere;
            if (passage.Guide == best.Guide && (score >= least * most || own[passage] >= least * (passage.Section == best.Section ? own[best] : mostOwn)) && groups < MostGroups
                && !picked.Exists(other => other.Group == passage.Group))
            {
                groups++;
                picked.AddRange(definition ? Defining(passage, units) : excerpts.Of(passage, units, mine));
            }
        }

        picked.AddRange(SameRules(best, units, picked));
        return [.. picked.Concat(Each(best, units, picked)).OrderBy(passage => IsEach(units) ? Order(passage) : 0)];
    }

    /// <summary>有哪几种情形 asks for each of them: what the sections beside the best one's have of the same kind.</summary>
    private IEnumerable<Passage> Each(Passage best, IReadOnlyList<Unit> units, List<Passage> picked) =>
        !IsEach(units) || best.Kind != PassageKind.Paragraph
            ? []
            : [.. library.Find(best.Guide)!.Passages.Where(passage =>
                passage.Kind == PassageKind.Paragraph && !picked.Contains(passage) && Above(passage).Length > 0 && Above(passage) == Above(best)
                && units.Any(unit => unit.Concept is { Each: true } && relevance.InText(unit, passage)))];

    private static bool IsEach(IReadOnlyList<Unit> units) =>
        units.Any(unit => unit.Concept is { Each: true }) && !units.Any(unit => unit.Concept is { Case: true } or { Fact: not null });

    private static string Above(Passage passage) => string.Join(Sections.Joiner, Sections.Split(passage.Section).SkipLast(1));

    private int Order(Passage passage) => library.Find(passage.Guide)!.Passages.TakeWhile(other => other != passage).Count();

    private List<(Passage Passage, double Score)> Rank(IReadOnlyList<Unit> units, IReadOnlyList<SearchHit> hits, Mine mine)
    {
        // What is asked for as people ask needs to cover less of the question, and with it what is as good in its section.
        var near = hits.Select(hit => hit.Passage).Where(passage => mine.Nearness(passage) >= AskedCover).ToList();

        // Stable, so that passages of equal score stay in the order of the search; rounded, so that sums in another order are equal.
        var ranked = hits.Select(hit => hit.Passage)
            .Select(passage => (Passage: passage, Coverage: relevance.Coverage(units, passage)))
            .Where(found => found.Coverage >= Threshold || near.Exists(other => found.Passage == other
                || found.Passage.Section == other.Section && found.Coverage >= AlsoElsewhere * relevance.Coverage(units, other)))
            .Select(found => (found.Passage, Score: Math.Round(found.Coverage + Bonus(found.Passage, units, mine), 6)))
            .OrderByDescending(found => found.Score)
            .ToList();

        // Where some passage says the kind of thing asked for, one that only fits the circumstances does not answer.
        return ranked.Exists(found => HoldsFacet(found.Passage, units))
            ? ranked.FindAll(found => HoldsFacet(found.Passage, units) || mine.Nearness(found.Passage) >= AskedCover)
            : ranked;
    }

    private double Bonus(Passage passage, IReadOnlyList<Unit> units, Mine mine) =>
        (mine.Cited.Contains(passage.Id) ? CitedBonus : 0)
        + AskedBonus * mine.Nearness(passage)
        + HeadingBonus * units.Count(unit => unit.Concept is { Facet: true } && relevance.InSection(unit, passage));

    private bool HoldsFacet(Passage passage, IReadOnlyList<Unit> units) =>
        units.Any(unit => unit.Concept is { Facet: true } && relevance.Holds(unit, passage));

    /// <summary>Of a list or table only what itself speaks of the thing to be explained, unless the heading does.</summary>
    private IEnumerable<Passage> Defining(Passage passage, IReadOnlyList<Unit> units) =>
        passage.Kind == PassageKind.Paragraph || units.All(unit => relevance.InSection(unit, passage))
            ? excerpts.Of(passage, units, Mine.Nothing)
            : library.Find(passage.Guide)!.Passages.Where(other =>
                other.Group == passage.Group && relevance.Coverage(units, other) >= AlsoDefining);

    /// <summary>Paragraphs beside the best one that rule on the very thing asked for: another share for other cases.</summary>
    private IEnumerable<Passage> SameRules(Passage best, IReadOnlyList<Unit> units, List<Passage> picked)
    {
        var facets = units.Where(unit => unit.Concept is { Facet: true }).ToList();
        return best.Kind != PassageKind.Paragraph || facets.Count == 0 || !facets.TrueForAll(facet => relevance.InText(facet, best))
            ? []
            : [.. library.Find(best.Guide)!.Passages.Where(passage =>
                passage.Kind == PassageKind.Paragraph && passage.Section == best.Section && !picked.Contains(passage)
                && facets.TrueForAll(facet => relevance.InText(facet, passage)))];
    }
}
