using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Composes the lines of an answer from the passages that a search found.</summary>
internal sealed class Composer(GuideLibrary library, Relevance relevance)
{
    private readonly PassagePicker picker = new(library, relevance);
    private readonly Excerpts excerpts = new(library, relevance);

    /// <summary>The citations that answer, in order; none if the passages do not cover the question.</summary>
    /// <param name="units">What the question asks for.</param>
    /// <param name="hits">What the search found, best first.</param>
    /// <param name="definition">It asks what something means: every passage that speaks of it belongs to the answer.</param>
    /// <param name="homeName">Name of the insured place, as a row of a table may have it.</param>
    /// <param name="ruling">What the policy says: of equal passages those behind it come first, those against it are left out.</param>
    /// <param name="asked">How near the question is to how people ask what a passage answers, by its id.</param>
    public IReadOnlyList<Citation> Compose(
        IReadOnlyList<Unit> units, IReadOnlyList<SearchHit> hits, bool definition, string? homeName, Ruling? ruling,
        IReadOnlyDictionary<string, double> asked)
    {
        hits = [.. hits.Where(hit => !relevance.IsBeside(units, hit.Passage) && (ruling is null || !IsAgainst(ruling, hit.Passage)))];
        var guides = hits.Select(hit => hit.Passage.Guide).Distinct(StringComparer.Ordinal);
        var mine = Mine.Of(guides.SelectMany(id => library.Find(id)!.Passages), ruling, homeName, asked);
        var blocks = new List<(Passage Passage, IReadOnlyList<Unit> Units)>();
        for (var open = units; ;)
        {
            var picked = picker.Pick(open, hits, definition, mine);
            if (Facets(open).Any() && !Facets(open).Any(facet => IsHeld(facet, picked)))
            {
                // The circumstances drowned what is asked for; without them it may stand out.
                foreach (var bare in Barer(open, hits))
                {
                    var closer = picker.Pick(bare, hits, definition, mine);
                    if (Facets(bare).Any(facet => IsHeld(facet, closer)))
                    {
                        (open, picked) = (bare, closer);
                        break;
                    }
                }
            }

            blocks.AddRange(picked.Where(passage => !blocks.Exists(block => block.Passage == passage)).Select(passage => (passage, open)));

            // 要什么材料，多久能批: what is left open is asked for by itself.
            var left = Facets(open).Where(facet => !IsHeld(facet, picked) || IsOnlyMentioned(facet, picked, hits)).ToList();
            if (picked.Count == 0 || left.Count == 0 || left.Count == Facets(open).Count())
            {
                return Lines(blocks.FindAll(block => ruling is null || !IsAgainst(ruling, block.Passage)));
            }

            open = [.. open.Where(unit => unit.Concept is not { Facet: true } || left.Contains(unit))];
        }
    }

    /// <summary>The lines of passages that are known to answer: items with what leads into them, of a table of places the own row.</summary>
    public IReadOnlyList<Citation> Say(IReadOnlyList<Passage> passages, string? homeName)
    {
        var own = passages.Any(passage => Mine.IsOwnRow(passage, homeName))
            ? passages.Where(passage => passage.Kind != PassageKind.TableRow || Mine.IsOwnRow(passage, homeName))
            : passages;
        return Lines([.. own.SelectMany(WithLead).Distinct().Select(passage => (passage, (IReadOnlyList<Unit>)[]))]);
    }

    private IEnumerable<Passage> WithLead(Passage passage) =>
        passage.Kind == PassageKind.ListItem && Excerpts.LeadOf(library.Find(passage.Guide)!, passage) is { } lead ? [lead, passage] : [passage];

    /// <summary>Says that nothing need be filed, in a list or paragraph that no possible case rests on: it would mislead.</summary>
    private bool IsAgainst(Ruling ruling, Passage passage) => relevance.Exempts(passage)
        && !library.Find(passage.Guide)!.Passages.Any(other => other.Group == passage.Group && ruling.Cites(other));

    private static IEnumerable<Unit> Facets(IReadOnlyList<Unit> units) => units.Where(unit => unit.Concept is { Facet: true });

    /// <summary>
    /// Without the story first, then without the case too: but only a case that the guide knows, else what it has for others would
    /// be said.
    /// </summary>
    private IEnumerable<IReadOnlyList<Unit>> Barer(IReadOnlyList<Unit> open, IReadOnlyList<SearchHit> hits)
    {
        yield return [.. open.Where(unit => unit.Concept is { Facet: true } or { Anchor: true })];
        yield return [.. open.Where(unit => unit.Concept is { Facet: true } or { Anchor: true, Case: false }
            || unit.Concept is { Case: true } && !hits.Any(hit => relevance.Holds(unit, hit.Passage)))];
    }

    /// <summary>Another section is about it by its heading; what was picked says it only in passing.</summary>
    private bool IsOnlyMentioned(Unit facet, IReadOnlyList<Passage> picked, IReadOnlyList<SearchHit> hits) =>
        facet.Concept is { Ruled: true } && !picked.Any(passage => relevance.InSection(facet, passage))
        && hits.Any(hit => hit.Passage.Guide == picked[0].Guide && relevance.InSection(facet, hit.Passage));

    private bool IsHeld(Unit unit, IReadOnlyList<Passage> picked) => picked.Any(passage => relevance.Holds(unit, passage));

    /// <summary>Lists of several sections come under their headings, else nobody could tell whose items they are.</summary>
    private List<Citation> Lines(List<(Passage Passage, IReadOnlyList<Unit> Units)> blocks)
    {
        var headed = blocks.Where(block => block.Passage.Kind != PassageKind.Paragraph)
            .Select(block => block.Passage.Section).Distinct(StringComparer.Ordinal).Skip(1).Any();
        var lines = new List<Citation>();
        var section = "";
        foreach (var (passage, units) in blocks)
        {
            // The last step of every channel is the same sentence; as a whole row each row keeps it.
            var block = excerpts.Lines(passage, units).ToList();
            if (block.TrueForAll(lines.Contains))
            {
                continue;
            }

            if (headed && passage.Section != section && passage.Section.Length > 0)
            {
                lines.Add(new Citation(passage.Guide, passage.Section, Sections.Split(passage.Section)[^1]));
            }

            section = passage.Section;
            lines.AddRange(block);
        }

        return lines;
    }
}
