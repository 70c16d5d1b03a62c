using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Takes out of a guide the lines that answer: whole lists where the whole is asked for, else the items that match.</summary>
internal sealed partial class Excerpts(GuideLibrary library, Relevance relevance)
{
    private const double Tolerance = 1e-9;

    /// <summary>Items that match nearly as well as the best one are said too: leaving one out does more harm.</summary>
    private const double NearlyBest = 0.6;

    /// <summary>The passages of the group around <paramref name="best"/> that belong to the answer, in the guide's order.</summary>
    /// <param name="mine">Where items of the group are the person's, these alone are said.</param>
    public IReadOnlyList<Passage> Of(Passage best, IReadOnlyList<Unit> units, Mine mine)
    {
        var group = library.Find(best.Guide)!.Passages.Where(passage => passage.Group == best.Group).ToList();
        if (group is [var only] && Example().IsMatch(only.Text))
        {
            // An example is nothing without the rule before it.
            return [.. library.Find(best.Guide)!.Passages.TakeWhile(passage => passage != only).TakeLast(1).Where(passage => passage.Section == only.Section), only];
        }

        if (group.Count == 1 || IsOneSentence(group))
        {
            return group;
        }

        // What the headings and the lead say holds for every item; only the rest tells the items apart.
        var lead = LeadOf(library.Find(best.Guide)!, group[^1]);
        var items = group.Where(passage => passage != lead).ToList();
        if (items.Exists(passage => mine.OwnRows.Contains(passage.Id)))
        {
            return [.. group.Where(passage => passage.Kind == PassageKind.Paragraph || mine.OwnRows.Contains(passage.Id))];
        }

        if (items.Exists(passage => mine.Cited.Contains(passage.Id)))
        {
            return [.. group.Where(passage => passage == lead || mine.Cited.Contains(passage.Id))];
        }

        var telling = units.Where(unit => !relevance.InSection(unit, items[0])).ToList();
        var weights = items.Select(passage => telling.Where(unit => relevance.InText(unit, passage)).Sum(unit => unit.Weight)).ToList();
        var most = weights.Max();
        return most <= 0 || weights.TrueForAll(weight => most - weight < Tolerance)
            ? group
            : WithSpanned(group, [.. group.Where(passage => passage == lead || weights[items.IndexOf(passage)] >= NearlyBest * most)]);
    }

    /// <summary>Rows whose first cell spans them are one: all that 转诊转院 needs, not only the row with the word asked for.</summary>
    private static IReadOnlyList<Passage> WithSpanned(List<Passage> group, IReadOnlyList<Passage> chosen) =>
        [.. group.Where(passage => chosen.Contains(passage)
            || passage is { Kind: PassageKind.TableRow, Cells.Count: 2 } && chosen.Any(row => row.Kind == PassageKind.TableRow && row.Cells[0] == passage.Cells[0]))];

    /// <summary>The paragraph that leads into the list or table of an item; null for the paragraph itself and where there is none.</summary>
    public static Passage? LeadOf(Guide guide, Passage item)
    {
        var first = guide.Passages.First(passage => passage.Group == item.Group);
        return first.Kind == PassageKind.Paragraph && first != item ? first : null;
    }

    /// <summary>The lines of a passage to be said, each with its citation; only some of the steps if just these were asked for.</summary>
    public IEnumerable<Citation> Lines(Passage passage, IReadOnlyList<Unit> units)
    {
        var guide = library.Find(passage.Guide)!;
        return Chosen(passage, units).SelectMany(line => guide.Cite(line, passage.Section) is { } found && found.Section == passage.Section
            ? WithSubject(found)
            : throw new InvalidOperationException($"{passage.Id} does not hold its own line '{line}'"));
    }

    /// <summary>A sentence without a subject comes after its heading, which is the subject.</summary>
    public static IEnumerable<Citation> WithSubject(Citation line) =>
        line.Quote.StartsWith("包括", StringComparison.Ordinal) && line.Section.Length > 0
            ? [line with { Quote = Sections.Split(line.Section)[^1] }, line]
            : [line];

    private IEnumerable<string> Chosen(Passage passage, IReadOnlyList<Unit> units)
    {
        if (passage.Kind == PassageKind.Paragraph)
        {
            return Sentences(passage.Text);
        }

        var lines = passage.Text.Split('\n').Select(line => line.TrimEnd('：')).Where(line => line.Length > 0).ToList();
        if (lines.Count == 1)
        {
            return lines;
        }

        var steps = lines.Skip(1).ToList();
        var telling = units.Where(unit => !relevance.InSection(unit, passage) && !relevance.InPiece(unit, lines[0])).ToList();
        var weights = steps.Select(step => telling.Where(unit => relevance.InPiece(unit, step)).Sum(unit => unit.Weight)).ToList();
        return weights.Max() > 0 ? steps.Where((_, i) => weights.Max() - weights[i] < Tolerance) : lines;
    }

    /// <summary>Items that all end with a semicolon, but for the last, are parts of one sentence: all of them are needed.</summary>
    private static bool IsOneSentence(IEnumerable<Passage> group)
    {
        var items = group.Where(passage => passage.Kind == PassageKind.ListItem).ToList();
        return items.Count > 1 && items.Take(items.Count - 1).All(item => item.Text[^1] is ';' or '；');
    }

    [GeneratedRegex("^(举个例子|例如|比如|譬如)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();

    private static IEnumerable<string> Sentences(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var start = 0;
            for (var i = 0; i < line.Length; i++)
            {
                if (line[i] == '。' && (i + 1 == line.Length || line[i + 1] is not ('”' or '）' or ')')))
                {
                    yield return line[start..(i + 1)];
                    start = i + 1;
                }
            }

            if (start < line.Length)
            {
                yield return line[start..];
            }
        }
    }
}
