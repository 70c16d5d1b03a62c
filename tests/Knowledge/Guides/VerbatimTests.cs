using PolicyBot.Knowledge.Guides;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Guides;

/// <summary>Guide + left-out list = source: every word once, in order, white space and width folded.</summary>
public sealed class VerbatimTests
{
    private static readonly string Folder = Repository.Path("knowledge", "guides");

    public static TheoryData<string> Ids() => [.. Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryLineOfAGuideStandsInItsSourceInTheSameOrderAndNothingElseOfTheSourceIsMissing(string id)
    {
        var kept = SourceLines(id);
        foreach (var entry in Entries(id))
        {
            Remove(id, kept, entry);
        }

        var source = kept.Where(line => Fold(line.Value).Length > 0).ToList();
        var (at, rest) = (0, source.Count > 0 ? Fold(source[0].Value) : "");
        foreach (var piece in Pieces(id))
        {
            var words = Fold(piece);
            while (words.Length > 0)
            {
                Assert.True(at < source.Count, $"{id}: '{piece}' stands behind the end of the source");
                var common = Math.Min(words.Length, rest.Length);
                Assert.True(
                    words.AsSpan(0, common).SequenceEqual(rest.AsSpan(0, common)),
                    $"{id}: '{piece}' is not what the source has at line {source[at].Key}: '{source[at].Value}'");
                words = words[common..];
                rest = rest[common..];
                if (rest.Length == 0 && ++at < source.Count)
                {
                    rest = Fold(source[at].Value);
                }
            }
        }

        Assert.True(at == source.Count, $"{id}: source line {(at < source.Count ? source[at].Key : 0)} is neither in the guide nor left out");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryEntryOfTheLeftOutListHasAReasonAndStillStandsInTheSource(string id)
    {
        var source = SourceLines(id);
        Assert.All(Entries(id), entry =>
        {
            Assert.False(string.IsNullOrWhiteSpace(entry.Reason), $"{id}, lines {entry.Lines}: no reason");
            Remove(id, source, entry);
        });
    }

    [Fact]
    public void TheLeftOutListNamesOnlyGuidesThatExist() =>
        Assert.All(LeftOut.ByGuide.Keys, id => Assert.True(File.Exists(Path.Combine(Folder, id + ".md")), id));

    private static IEnumerable<LeftOut.Entry> Entries(string id) => LeftOut.ByGuide.GetValueOrDefault(id) ?? [];

    private static SortedDictionary<int, string> SourceLines(string id)
    {
        var guide = GuideFile.Parse(id, File.ReadAllText(Path.Combine(Folder, id + ".md")));
        var lines = File.ReadAllLines(Path.Combine(Folder, "sources", guide.Source));
        return new(lines.Index().ToDictionary(line => line.Index + 1, line => line.Item));
    }

    /// <summary>Takes an entry out of the source; fails where it is stale or meets another entry.</summary>
    private static void Remove(string id, SortedDictionary<int, string> source, LeftOut.Entry entry)
    {
        var (first, last) = entry.Range;
        Assert.True(
            Fold(source.GetValueOrDefault(first) ?? "").Length > 0 && Fold(source.GetValueOrDefault(last) ?? "").Length > 0,
            $"{id}, lines {entry.Lines}: a range starts and ends with words that are not yet left out");
        for (var line = first; line <= last; line++)
        {
            Assert.True(entry.Text is null || source[line].Contains(entry.Text, StringComparison.Ordinal), $"{id}, line {line}: no '{entry.Text}'");
            source[line] = entry.Text is null ? "" : source[line].Replace(entry.Text, "", StringComparison.Ordinal);
        }
    }

    /// <summary>The guide's words piece by piece: title, headings, lines, cells. Read from the raw file, not by the reader.</summary>
    private static IEnumerable<string> Pieces(string id)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, id + ".md"));
        var body = Array.IndexOf(lines, "---", 1) + 1;
        var guide = GuideFile.Parse(id, string.Join('\n', lines));
        yield return guide.TitleIsOurs ? "" : guide.Title;
        foreach (var line in lines[body..].Where(line => line != "---" && !line.StartsWith("| ---", StringComparison.Ordinal)))
        {
            foreach (var piece in line.StartsWith('|') ? line.Replace("<br>", "|").Split('|') : [line.TrimStart('#', '-', ' ')])
            {
                yield return piece;
            }
        }
    }

    /// <summary>A bullet is a list sign in the source as "- " is in the guide.</summary>
    private static string Fold(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '•').Select(Width.Fold));
}
