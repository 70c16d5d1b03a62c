using System.Diagnostics;
using System.Globalization;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Benchmarks;

/// <summary>Our index over a set: each region a guide, as the host has it.</summary>
internal sealed class OurIndex : IEngine
{
    private const int Top = 10;

    private readonly BenchmarkSet set;
    private readonly List<HashSet<string>?> scopes;
    private readonly GuideLibrary library;
    private readonly GuideIndex index;
    private readonly double megabytes;

    public OurIndex(BenchmarkSet set, DomainTerms terms)
    {
        this.set = set;
        scopes = [.. set.Questions.Select(question => question.Region.Length == 0 ? null : new HashSet<string>(StringComparer.Ordinal) { question.Region })];
        library = new GuideLibrary(Guides(set));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        index = GuideIndex.Build(library, terms);
        BuildSeconds = watch.Elapsed.TotalSeconds;
        megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        GC.KeepAlive(library);
    }

    public string Name => "PolicyBot";

    public double BuildSeconds { get; }

    public double Megabytes() => megabytes;

    public Round Ask()
    {
        var micros = new double[set.Questions.Count];
        var cpu = new double[micros.Length];
        var hits = new IReadOnlyList<SearchHit>[micros.Length];
        for (var i = 0; i < micros.Length; i++)
        {
            var (started, worked) = (Stopwatch.GetTimestamp(), ThreadClock.Micros);
            hits[i] = index.Search(set.Questions[i].Text, scopes[i], Top);
            micros[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            cpu[i] = ThreadClock.Micros - worked;
        }

        return new Round([.. hits.Select(Numbers)], micros, cpu);
    }

    public void Dispose()
    {
    }

    private static int[] Numbers(IReadOnlyList<SearchHit> hits) => [.. hits.Select(hit => int.Parse(hit.Passage.Id, CultureInfo.InvariantCulture))];

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
