using PolicyBot.Benchmarks;
using PolicyBot.Tests.Knowledge.Answers;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Search;

/// <summary>The benchmark measures what it says: sets are read as they are, ranks are counted right, regions are the same each time.</summary>
public sealed class BenchmarkTests
{
    private static readonly IReadOnlyList<JudgedQuestion> Questions = JudgedQuestion.Load(Repository.Root);

    [Fact]
    public void TheSetFromTheGuidesIsReadBackAndMeasured()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Equal(0, BenchmarkCommands.Run(["generate", file], TextWriter.Null));
            var set = SquadFile.Read(file);
            using var ours = new OurIndex(set, Answering.Terms);
            var figures = Assert.Single(Rounds.Measure([ours], warm: 0, rounds: 1));
            var output = new StringWriter();
            new Report(output).Passages(set, [figures]);

            Assert.True(set.Questions.Count > 100, $"{set.Questions.Count} questions");
            Assert.Equal(set.Questions.Count, figures.Rounds[0].Hits.Count);
            Assert.InRange(figures.Mrr(set), 0.5, 1);
            Assert.Contains("| PolicyBot | 0.", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void EveryAnswerOfTheGeneratedSetStandsWhereItSays() =>
        Assert.All(
            GuideSquad.Make(Answering.Library, Questions).Data.SelectMany(article => article.Paragraphs),
            paragraph => Assert.All(paragraph.Qas, question =>
                Assert.StartsWith(question.Answers[0].Text, paragraph.Context[question.Answers[0].AnswerStart..], StringComparison.Ordinal)));

    [Fact]
    public void TheLayoutOfCmrcIsReadAndAContextThatComesTwiceIsOnePassage()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """
                {"version": "v1.0", "data": [
                  {"paragraphs": [{"id": "1", "context": "甲。", "qas": [{"question": "甲？", "id": "q1", "answers": [{"text": "甲", "answer_start": 0}]}]}], "id": "1", "title": "一"},
                  {"paragraphs": [{"id": "2", "context": "乙。", "qas": [{"question": "乙？", "id": "q2", "answers": []}]},
                                  {"id": "3", "context": "甲。", "qas": [{"question": "又甲？", "id": "q3", "answers": []}]}], "id": "2", "title": "二"}]}
                """);

            var set = SquadFile.Read(file);

            Assert.Equal(["甲。", "乙。"], set.Passages.Select(passage => passage.Text));
            Assert.Equal([0, 1, 0], set.Questions.Select(question => question.Right));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void RanksAndTimesAreCountedRight()
    {
        var set = new BenchmarkSet("x", [new("", "甲"), new("", "乙")], [new("", "甲", 0), new("", "乙", 1), new("", "丙", 1), new("", "丁", 0)]);
        IReadOnlyList<int[]> hits = [[0, 1], [0, 1], [0], []];
        var figures = new Figures("x", 0, 0, [new(hits, [1, 2, 3, 10], [4, 4, 4, 4]), new(hits, [1, 2, 3, 4], [1, 1, 1, 5]), new(hits, [2, 3, 4, 5], [3, 3, 3, 3])]);

        Assert.Equal(0.375, figures.Mrr(set));
        Assert.Equal(0.25, figures.Recall(set, 1));
        Assert.Equal(0.5, figures.Recall(set, 5));
        Assert.Equal(3.5, figures.Mean);
        Assert.Equal(3, figures.Cpu);
        Assert.Equal(4, figures.P99CpuOfMiddles);
        Assert.Equal(3, figures.P50);
        Assert.Equal(10, figures.P99);
        Assert.Equal(5, figures.P99OfMiddles);
    }

    [Fact]
    public void EveryEngineIsAskedInEveryRoundAndTheFirstComesLastInTheNext()
    {
        var asked = new List<string>();
        using var one = new CountedEngine("one", asked);
        using var two = new CountedEngine("two", asked);

        var figures = Rounds.Measure([one, two], warm: 1, rounds: 3);

        Assert.Equal(["one", "two", "one", "two", "two", "one", "one", "two"], asked);
        Assert.All(figures, engine => Assert.Equal(3, engine.Rounds.Count));
    }

    [Fact]
    public void TheRegionsAreTheSameOnEveryRun()
    {
        var (once, again) = (Regions(), Regions());

        Assert.Equal(RegionSet.Regions * RegionSet.PassagesEach, once.Passages.Count);
        Assert.Equal(RegionSet.Regions, once.Passages.Select(passage => passage.Region).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(once.Passages, again.Passages);
        Assert.Equal(once.Questions, again.Questions);
    }

    private static BenchmarkSet Regions() => RegionSet.Make(Answering.Library, Answering.Places, Questions, scoped: true);

    private sealed class CountedEngine(string name, List<string> asked) : IEngine
    {
        public string Name => name;

        public double BuildSeconds => 0;

        public double Megabytes() => 0;

        public Round Ask()
        {
            asked.Add(name);
            return new Round([], [], []);
        }

        public void Dispose()
        {
        }
    }
}
