using System.Collections.Immutable;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Passages that are the person's own among those of the same list or table, by their ids.</summary>
/// <param name="Cited">What the ruling rests on.</param>
/// <param name="OwnRows">Rows of a table that begin with the name of the insured place: its phone numbers.</param>
/// <param name="Asked">How near the question is to how people ask what a passage answers, from 0 to 1.</param>
internal sealed record Mine(IReadOnlySet<string> Cited, IReadOnlySet<string> OwnRows, IReadOnlyDictionary<string, double> Asked)
{
    private const double Other = 0.5;

    public static Mine Nothing { get; } = new(ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty, ImmutableDictionary<string, double>.Empty);

    public static Mine Of(IEnumerable<Passage> passages, Ruling? ruling, string? homeName, IReadOnlyDictionary<string, double> asked)
    {
        var all = passages.ToList();
        return new Mine(
            Ids(all.Where(passage => ruling is not null && ruling.Cites(passage))),
            Ids(all.Where(passage => IsOwnRow(passage, homeName))),
            asked);
    }

    /// <summary>Where a ruling tells which passages are the person's, the nearness of others counts half.</summary>
    public double Nearness(Passage passage) =>
        Asked.GetValueOrDefault(passage.Id) * (Cited.Count == 0 || Cited.Contains(passage.Id) ? 1 : Other);

    /// <summary>Whether it is the row of the insured place in a table of places.</summary>
    public static bool IsOwnRow(Passage passage, string? homeName) => passage.Kind == PassageKind.TableRow && passage.Cells[0] == homeName;

    private static HashSet<string> Ids(IEnumerable<Passage> passages) => passages.Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);
}
