using System.Collections.Immutable;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Passages that are the person's own among those of the same list or table, by their ids.</summary>
/// <param name="Cited">What the ruling rests on.</param>
/// <param name="OwnRows">Rows of a table that begin with the name of the insured place: its phone numbers.</param>
internal sealed record Mine(IReadOnlySet<string> Cited, IReadOnlySet<string> OwnRows)
{
    public static Mine Nothing { get; } = new(ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty);

    public static Mine Of(IEnumerable<Passage> passages, Ruling? ruling, string? homeName)
    {
        var all = passages.ToList();
        return new Mine(
            Ids(all.Where(passage => ruling is not null && ruling.Cites(passage))),
            Ids(all.Where(passage => passage.Kind == PassageKind.TableRow && passage.Cells[0] == homeName)));
    }

    private static HashSet<string> Ids(IEnumerable<Passage> passages) => passages.Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);
}
