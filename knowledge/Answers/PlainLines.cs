using System.Text.RegularExpressions;

namespace PolicyBot.Knowledge.Answers;

/// <summary>The text of an answer from its citations.</summary>
internal static partial class PlainLines
{
    /// <summary>
    /// One line for each citation. The number of a list item stays only where its neighbours stand beside it: "5." alone tells
    /// nothing, but "以上材料中3、4、5" needs its list.
    /// </summary>
    public static string Of(IReadOnlyList<Citation> citations)
    {
        var numbers = citations.Select(cite => Number().Match(cite.Quote)).ToList();
        return string.Join('\n', citations.Select((cite, i) =>
            numbers[i].Success && !IsInList(i) ? cite.Quote[numbers[i].Length..] : cite.Quote));

        bool IsInList(int i) => StartsRun(i) is var first && Value(first) == 1 && (i > first || Follows(i + 1));

        int StartsRun(int i) => Follows(i) ? StartsRun(i - 1) : i;

        bool Follows(int i) => i > 0 && i < citations.Count && citations[i].Section == citations[i - 1].Section
            && Value(i) is { } number && Value(i - 1) == number - 1;

        int? Value(int i) => numbers[i].Success ? int.Parse(numbers[i].Groups["number"].ValueSpan, provider: null) : null;
    }

    /// <summary>Headings such as 3.报销材料 lose theirs too; they stand alone.</summary>
    [GeneratedRegex(@"^(（(?<number>[0-9]{1,2})）|(?<number>[0-9]{1,2})[.．、](?![0-9]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
