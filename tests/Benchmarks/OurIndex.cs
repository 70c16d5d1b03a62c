using System.Diagnostics;
using System.Globalization;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Benchmarks;

/// <summary>Our index over a set: each region a guide, as the host has it.</summary>
internal static class OurIndex
{
    private const int Top = 10;

    public static Figures Measure(BenchmarkSet set, DomainTerms terms, int warm, int runs)
    {
        var library = new GuideLibrary(Guides(set));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var index = GuideIndex.Build(library, terms);
        var seconds = watch.Elapsed.TotalSeconds;
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;

        var scopes = set.Questions.Select(question => question.Region.Length == 0 ? null : new HashSet<string>(StringComparer.Ordinal) { question.Region }).ToList();
        for (var i = 0; i < warm; i++)
        {
            Ask(index, set, scopes, new double[set.Questions.Count]);
        }

        var times = new List<double[]>();
        IReadOnlyList<int[]> hits = [];
        for (var i = 0; i < runs; i++)
        {
            times.Add(new double[set.Questions.Count]);
            hits = Ask(index, set, scopes, times[^1]);
        }

        GC.KeepAlive(library);
        return new Figures("PolicyBot", seconds, megabytes, hits, times);
    }

    private static List<int[]> Ask(GuideIndex index, BenchmarkSet set, List<HashSet<string>?> scopes, double[] times)
    {
        var found = new List<int[]>(set.Questions.Count);
        for (var i = 0; i < set.Questions.Count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var hits = index.Search(set.Questions[i].Text, scopes[i], Top);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            found.Add([.. hits.Select(hit => int.Parse(hit.Passage.Id, CultureInfo.InvariantCulture))]);
        }

        return found;
    }

    private static IEnumerable<Guide> Guides(BenchmarkSet set) => set.Passages.Index().GroupBy(entry => entry.Item.Region).Select(region => new Guide
    {
        Id = region.Key,
        Title = region.Key,
        Publisher = "",
        Scheme = "medical",
        InsuredPlaces = [],
        DateNote = "",
        Status = GuideStatus.Current,
        Source = "",
        Passages = [.. region.Select(entry => new Passage(
            entry.Index.ToString(CultureInfo.InvariantCulture), region.Key, "", PassageKind.Paragraph, entry.Item.Text, entry.Index))],
    });
}
