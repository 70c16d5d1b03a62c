using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Benchmarks;

/// <summary>passages FILE… | regions | generate FILE</summary>
internal static class BenchmarkCommands
{
    private const int LeastWarmQuestions = 10_000;
    private const int LeastWarm = 3;
    private const int Runs = 5;
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
        using var lucene = Lucene(report);
        foreach (var set in files.Select(SquadFile.Read))
        {
            var all = new List<Figures> { OurIndex.Measure(set, Terms(), Warm(set), Runs) };
            if (lucene is not null)
            {
                all.Add(lucene.Measure(set, mix: false, Warm(set), Runs));
                all.Add(lucene.Measure(set, mix: true, Warm(set), Runs));
            }

            report.Passages(set, all);
            report.Line($"");
        }
    }

    private static void Regions(Report report)
    {
        using var lucene = Lucene(report);
        var places = PlaceCatalog.Load(Path.Combine(Root(), "knowledge", "places"));
        foreach (var scoped in new[] { true, false })
        {
            var set = RegionSet.Make(Library(), places, JudgedQuestion.Load(Root()), scoped);
            var all = new List<Figures> { OurIndex.Measure(set, Terms(), Warm(set), Runs) };
            if (lucene is not null)
            {
                all.Add(lucene.Measure(set, mix: true, Warm(set), Runs));
            }

            report.Regions(set, scoped ? ScopedTarget : EverywhereTarget, BuildTarget, all);
            report.Line($"");
        }
    }

    /// <summary>Both virtual machines compile in the background, and small sets are over before they have.</summary>
    private static int Warm(BenchmarkSet set) => Math.Max(LeastWarm, (LeastWarmQuestions + set.Questions.Count - 1) / set.Questions.Count);

    private static LucenePeer? Lucene(Report report)
    {
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
        report.Line($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, load at the start {load}; one thread, {Runs} measured runs after at least {LeastWarm} runs and {LeastWarmQuestions} questions");
        report.Line($"");
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
