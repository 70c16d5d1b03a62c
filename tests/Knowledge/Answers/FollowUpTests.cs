using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;
using Xunit.Abstractions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Tests.Knowledge.Answers;

/// <summary>Questions that are understood only with the one before them: followups.yaml.</summary>
public sealed class FollowUpTests(ITestOutputHelper output)
{
    private const double RightAndComplete = 0.9;

    [Fact]
    public void NearlyAllFollowUpsAreUnderstoodWithTheQuestionBeforeThem()
    {
        var pairs = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<List<Pair>>(File.ReadAllText(Repository.Path("tests", "Knowledge", "Answers", "followups.yaml")));
        var right = 0;
        foreach (var pair in pairs)
        {
            var gist = Answering.Answerer.Gist(Ask(pair.First, pair, previous: null));
            var result = Answering.Answerer.Answer(Ask(pair.Then, pair, gist));
            var missing = pair.Points.Find(point => result.Answer?.Text.Contains(point, StringComparison.Ordinal) != true);
            right += missing is null ? 1 : 0;
            if (missing is not null)
            {
                output.WriteLine($"{pair.First} → {pair.Then} ({gist}): lacks {missing}\n  {result.Status}: {result.Answer?.Text}");
            }

            Assert.All(result.Answer?.Citations ?? [], cite => Assert.Equal(pair.Guide, cite.Guide));
        }

        output.WriteLine($"{right} of {pairs.Count} follow-ups right and complete");
        Assert.True(right >= RightAndComplete * pairs.Count, $"{right} of {pairs.Count}");
    }

    [Theory]
    [InlineData("住院报销要带什么", "公积金怎么提取呢")]
    [InlineData("住院报销要带什么", "那今天天气呢")]
    [InlineData("住院报销要带什么", "那电费呢")]
    public void AnotherMatterIsNoFollowUp(string first, string then)
    {
        Assert.False(Answering.Answerer.IsFollowUp(first, then));
        Assert.Equal(AnswerStatus.NotFound, Answering.Answerer.Answer(
            new Question(then, new Situation { InsuredPlace = "320509", AsOf = Answering.Day }, Previous: first)).Status);
    }

    [Fact]
    public void AGistTellsNothingOfWhoAsked()
    {
        var gist = Answering.Answerer.Gist(new Question(
            "我叫王秀英，身份证320525195003041234，电话13812345678，我妈在北京住院，报销要带什么材料",
            new Situation { AsOf = Answering.Day }));

        Assert.Contains("报销", gist);
        Assert.Contains("北京", gist);
        Assert.DoesNotContain("王秀英", gist);
        Assert.DoesNotContain(gist, char.IsAsciiDigit);
    }

    private static Question Ask(string text, Pair pair, string? previous) => new(
        text, new Situation { Scheme = pair.Scheme, InsuredPlace = pair.Place, AsOf = Answering.Day }, Previous: previous);

    private sealed class Pair
    {
        public string First { get; set; } = "";

        public string Then { get; set; } = "";

        public string? Place { get; set; }

        public string? Scheme { get; set; }

        public string Guide { get; set; } = "";

        public string Section { get; set; } = "";

        public List<string> Points { get; set; } = [];
    }
}
