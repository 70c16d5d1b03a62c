using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Knowledge.Answers;

/// <summary>What a policy says for a question: a determination, or while a fact is open, all that are still possible.</summary>
/// <param name="Determination">As determined; asks for the fact that is open.</param>
/// <param name="Possible">One for each value of the open facts; the determination itself where none is open.</param>
internal sealed record Ruling(Determination Determination, IReadOnlyList<Determination> Possible)
{
    /// <summary>A place open, then the reason: more is never asked before an outcome.</summary>
    private const int MostOpen = 2;

    /// <summary>Whatever the open facts are, the outcome is the same.</summary>
    public bool IsSettled =>
        Possible.All(possible => possible.Outcome != Outcome.NeedFact && possible.Outcome == Possible[0].Outcome);

    public static Ruling Of(IDeterminer determiner, Situation situation)
    {
        var determination = determiner.Determine(situation);
        return new Ruling(determination, [.. Expand(determiner, situation, determination, MostOpen)]);
    }

    /// <summary>Whether the passage stands behind something that is possible.</summary>
    public bool Cites(Passage passage) => Possible.Any(possible => IsCited(possible, passage));

    /// <summary>The guide's words for what holds in every case that is possible, outcome first.</summary>
    public IEnumerable<Citation> Common() =>
        Possible[0].Citations.Where(cite => Possible.All(possible => possible.Citations.Contains(cite)));

    private static bool IsCited(Determination determination, Passage passage) => determination.Citations.Any(cite =>
        cite.Guide == passage.Guide && cite.Section == passage.Section && Holds(passage, cite.Quote));

    /// <summary>A row holds what a line of a cell ends with: 有效身份证件或社会保障卡 stands in every row, and is the whole of one.</summary>
    private static bool Holds(Passage passage, string quote) => passage.Kind == PassageKind.TableRow
        ? passage.Text.EndsWith(quote, StringComparison.Ordinal) || passage.Cells.Any(cell => cell.Split('\n').Any(line => line.EndsWith(quote, StringComparison.Ordinal)))
        : passage.Text.Contains(quote, StringComparison.Ordinal);

    private static IEnumerable<Determination> Expand(IDeterminer determiner, Situation situation, Determination determination, int depth) =>
        determination is { Outcome: Outcome.NeedFact, Ask: { Options.Count: > 0 } ask } && depth > 0
            ? ask.Options.SelectMany(option =>
            {
                var stated = situation.With(ask.Fact, option.Value);
                return Expand(determiner, stated, determiner.Determine(stated), depth - 1);
            })
            : [determination];
}
