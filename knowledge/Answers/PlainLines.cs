using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Answers;

/// <summary>The text of an answer from its citations.</summary>
internal sealed partial class PlainLines(GuideLibrary library)
{
    /// <summary>
    /// One line for each citation; the boxes of a form are one line after their heading. The number of a list item stays only
    /// where its neighbours stand beside it: "5." alone tells nothing, but "以上材料中3、4、5" needs its list. A row of several
    /// columns is told with their names.
    /// </summary>
    public string Of(IReadOnlyList<Citation> citations)
    {
        var numbers = citations.Select(cite => Number().Match(cite.Quote)).ToList();
        var lines = new List<string>();
        for (var i = 0; i < citations.Count; i++)
        {
            var passage = PassageOf(citations[i]);
            if (passage is { FormField: true } && Boxes(i) is var boxes and > 0)
            {
                lines.Add($"{Sections.Split(passage.Section)[^1]}：{string.Join('、', citations.Skip(i).Take(boxes).Select(cite => cite.Quote.TrimEnd('：')))}");
                i += boxes - 1;
                continue;
            }

            lines.Add(passage is { Kind: PassageKind.TableRow } row && Row(row) is { } told ? told
                : numbers[i].Success && !IsInList(i) ? citations[i].Quote[numbers[i].Length..]
                : citations[i].Quote);
        }

        return string.Join('\n', lines);

        int Boxes(int i) => citations.Skip(i).TakeWhile(cite =>
            cite.Section == citations[i].Section && PassageOf(cite) is { FormField: true }).Count();

        bool IsInList(int i) => StartsRun(i) is var first && Value(first) == 1 && (i > first || Follows(i + 1));

        int StartsRun(int i) => Follows(i) ? StartsRun(i - 1) : i;

        bool Follows(int i) => i > 0 && i < citations.Count && citations[i].Section == citations[i - 1].Section
            && Value(i) is { } number && Value(i - 1) == number - 1;

        int? Value(int i) => numbers[i].Success ? int.Parse(numbers[i].Groups["number"].ValueSpan, provider: null) : null;
    }

    private Passage? PassageOf(Citation cite) => library.Find(cite.Guide)?.Passages.FirstOrDefault(passage =>
        passage.Section == cite.Section && passage.Text == cite.Quote);

    /// <summary>开平市：2256983：2212028 tells nobody which number is for what.</summary>
    private static string? Row(Passage row) =>
        row.Cells.Count > 2 && row.Columns.Count == row.Cells.Count && row.Columns.All(column => column.Length > 0)
            ? $"{row.Cells[0]}：{string.Join('，', row.Columns.Zip(row.Cells).Skip(1).Select(cell => $"{cell.First} {cell.Second}"))}"
            : null;

    /// <summary>Headings such as 3.报销材料 lose theirs too; they stand alone.</summary>
    [GeneratedRegex(@"^(（(?<number>[0-9]{1,2})）|(?<number>[0-9]{1,2})[.．、](?![0-9]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
