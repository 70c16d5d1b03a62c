using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Composes the lines of an answer from the passages that a search found.</summary>
internal sealed class Composer(GuideLibrary library, Relevance relevance)
{
    /// <summary>A passage that covers less of the question than this does not answer it.</summary>
    private const double Threshold = 0.5;

    /// <summary>Further passages must cover nearly as much as the best one; within its own section somewhat less.</summary>
    private const double AlsoElsewhere = 0.9;
    private const double AlsoInSection = 0.65;
    private const double CitedBonus = 0.2;

    /// <summary>A section whose heading names what is asked for (备案类型及材料) comes before one that only mentions it.</summary>
    private const double HeadingBonus = 0.15;
    private const int MostGroups = 4;

    private readonly Excerpts excerpts = new(library, relevance);

    /// <summary>The citations that answer, in order; none if the passages do not cover the question.</summary>
    /// <param name="units">What the question asks for.</param>
    /// <param name="hits">What the search found, best first.</param>
    /// <param name="definition">It asks what something means: every passage that speaks of it belongs to the answer.</param>
    /// <param name="cited">Passages that support the determination; of equal ones they come first.</param>
    public IReadOnlyList<Citation> Compose(
        IReadOnlyList<Unit> units, IReadOnlyList<SearchHit> hits, bool definition, IReadOnlySet<string> cited)
    {
        var lines = new List<Citation>();
        var open = units;
        while (true)
        {
            var picked = Pick(open, hits, definition, cited);
            lines.AddRange(picked.SelectMany(passage => excerpts.Lines(passage, open)));

            // 要什么材料，多久能批: what is left open is asked for by itself.
            var left = open.Where(unit => unit.Concept is { Facet: true } && !picked.Any(passage => relevance.Holds(unit, passage))).ToList();
            var answered = open.Where(unit => unit.Concept is { Facet: true } && !left.Contains(unit)).ToList();
            if (picked.Count == 0 || left.Count == 0 || answered.Count == 0)
            {
                return [.. lines.DistinctBy(line => line.Quote)];
            }

            open = [.. open.Where(unit => unit.Concept is not { Facet: true } || left.Contains(unit))];
        }
    }

    private List<Passage> Pick(IReadOnlyList<Unit> units, IReadOnlyList<SearchHit> hits, bool definition, IReadOnlySet<string> cited)
    {
        var ranked = hits
            .Select((hit, rank) => (hit.Passage, Coverage: relevance.Coverage(units, hit.Passage), Rank: rank))
            .Where(found => found.Coverage >= Threshold)
            .OrderByDescending(found => Math.Round(
                found.Coverage + (cited.Contains(found.Passage.Id) ? CitedBonus : 0) + HeadingBonus * FacetsInHeading(found.Passage, units), 6))
            .ThenBy(found => found.Rank)
            .ToList();
        var picked = new List<Passage>();
        if (ranked.Count == 0)
        {
            return picked;
        }

        // Where some passage says the kind of thing asked for, one that only fits the circumstances does not answer.
        if (ranked.Exists(found => HoldsFacet(found.Passage, units)))
        {
            ranked.RemoveAll(found => !HoldsFacet(found.Passage, units));
        }

        var best = ranked[0];
        var groups = 0;
        foreach (var (passage, coverage, _) in ranked)
        {
            var least = passage.Id == best.Passage.Id ? 0
                : definition ? 0.99
                : passage.Section == best.Passage.Section ? AlsoInSection : AlsoElsewhere;
            if (passage.Guide == best.Passage.Guide && coverage >= least * best.Coverage && groups < MostGroups
                && !picked.Any(other => other.Group == passage.Group))
            {
                groups++;
                picked.AddRange(definition && passage.Kind != PassageKind.Paragraph && !IsNamedByHeading(passage, units)
                    ? SameGroup(passage).Where(other => relevance.Coverage(units, other) >= 0.99)
                    : excerpts.Of(passage, units));
            }
        }

        picked.AddRange(SameRules(best.Passage, units, picked));
        return picked;
    }

    /// <summary>Paragraphs beside the best one that rule on the very thing asked for: another share for other cases.</summary>
    private List<Passage> SameRules(Passage best, IReadOnlyList<Unit> units, List<Passage> picked)
    {
        var facets = units.Where(unit => unit.Concept is { Facet: true }).ToList();
        return best.Kind != PassageKind.Paragraph || facets.Count == 0 || !facets.TrueForAll(facet => relevance.InText(facet, best))
            ? []
            : [.. library.Find(best.Guide)!.Passages.Where(passage =>
                passage.Kind == PassageKind.Paragraph && passage.Section == best.Section && !picked.Contains(passage)
                && facets.TrueForAll(facet => relevance.InText(facet, passage)))];
    }

    private bool HoldsFacet(Passage passage, IReadOnlyList<Unit> units) =>
        units.Any(unit => unit.Concept is { Facet: true } && relevance.Holds(unit, passage));

    private int FacetsInHeading(Passage passage, IReadOnlyList<Unit> units) =>
        units.Count(unit => unit.Concept is { Facet: true } && relevance.InSection(unit, passage));

    private bool IsNamedByHeading(Passage passage, IReadOnlyList<Unit> units) =>
        units.All(unit => relevance.InSection(unit, passage));

    private IEnumerable<Passage> SameGroup(Passage passage) =>
        library.Find(passage.Guide)!.Passages.Where(other => other.Group == passage.Group);
}
