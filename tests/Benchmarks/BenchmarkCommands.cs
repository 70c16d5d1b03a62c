using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Benchmarks;

/// <summary>passages FILE… | regions | generate FILE; what the first two print is Markdown for docs/benchmarks.md.</summary>
internal static class BenchmarkCommands
{
    private const int LeastWarmQuestions = 10_000;
    private const int LeastWarm = 3;
    private const int MeasuredRounds = 7;
    private const double ScopedTarget = 100;
    private const double EverywhereTarget = 2000;
    private const double BuildTarget = 15;

    public static int Run(string[] args, TextWriter output)
    {
        switch (args)
        {
            case ["passages", .. { Length: > 0 } files]:
                Passages(files, new Report(output));
                return 0;
            case ["regions"]:
                Regions(new Report(output));
                return 0;
            case ["generate", var file]:
                SquadFile.Write(file, GuideSquad.Make(Library(), JudgedQuestion.Load(Root())));
                return 0;
            default:
                output.WriteLine("passages FILE…   ranking and time on sets in SQuAD layout (CMRC 2018, DRCD)");
                output.WriteLine("regions          time and memory on 1,000 regions x 186 passages");
                output.WriteLine("generate FILE    a small set in SQuAD layout from the guides and the judged questions");
                return 1;
        }
    }

    private static void Passages(IEnumerable<string> files, Report report)
    {
        Start("Ranking", report);
        using var lucene = Lucene(report);
        foreach (var set in files.Select(SquadFile.Read))
        {
            report.Passages(set, Measure(set, lucene, [false, true]));
        }
    }

    private static void Regions(Report report)
    {
        Start("1,000 regions", report);
        using var lucene = Lucene(report);
        var places = PlaceCatalog.Load(Path.Combine(Root(), "knowledge", "places"));
        foreach (var scoped in new[] { true, false })
        {
            var set = RegionSet.Make(Library(), places, JudgedQuestion.Load(Root()), scoped);
            report.Regions(set, scoped ? ScopedTarget : EverywhereTarget, BuildTarget, Measure(set, lucene, [true]));
        }
    }

    /// <param name="mixes">Lucene's fields, one engine for each.</param>
    private static IReadOnlyList<Figures> Measure(BenchmarkSet set, LucenePeer? lucene, bool[] mixes)
    {
        var engines = new List<IEngine> { new OurIndex(set, Terms()) };
        try
        {
            if (lucene is not null)
            {
                engines.AddRange(mixes.Select(mix => lucene.Open(set, mix)));
            }

            return Rounds.Measure(engines, Warm(set), MeasuredRounds);
        }
        finally
        {
            engines.ForEach(engine => engine.Dispose());
        }
    }

    /// <summary>Both virtual machines compile in the background, and small sets are over before they have.</summary>
    private static int Warm(BenchmarkSet set) => Math.Max(LeastWarm, (LeastWarmQuestions + set.Questions.Count - 1) / set.Questions.Count);

    private static void Start(string title, Report report)
    {
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
        report.Line($"## {title}");
        report.Line($"");
        report.Line($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, load at the start {load}. One thread; {MeasuredRounds} rounds in which the engines take turns, after at least {LeastWarm} rounds and {LeastWarmQuestions} questions to warm up.");
        report.Line($"");
    }

    private static LucenePeer? Lucene(Report report)
    {
        var lucene = LucenePeer.Find();
        if (lucene is null)
        {
            report.Line($"Java Lucene not measured: liblucene8-java or javac is not installed.");
            report.Line($"");
        }

        return lucene;
    }

    private static GuideLibrary Library() => GuideLibrary.Load(Path.Combine(Root(), "knowledge", "guides"));

    private static DomainTerms Terms() => DomainTerms.Load(Path.Combine(Root(), "knowledge", "guides"));

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PolicyBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"no PolicyBot.sln above {AppContext.BaseDirectory}");
    }
}
