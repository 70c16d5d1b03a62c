using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Benchmarks;

/// <summary>
/// A nation of guides: 1,000 counties with 186 passages each, of one to three sentences of the real guides, the guides' own
/// places replaced by the county's. The same on every run.
/// </summary>
internal static class RegionSet
{
    public const int Regions = 1000;
    public const int PassagesEach = 186;

    private const int RegionsAsked = 5;
    private const int Seed = 20260215;

    private static readonly string[] OwnPlaces =
        ["苏州市吴江区", "吴江区", "吴江", "苏州市", "苏州", "吉林省", "吉林", "长春市", "长春", "江门市", "江门", "开平市", "开平", "蛟河市", "榆树市"];

    /// <param name="scoped">Each question looks into its region only; else it names the region and looks everywhere.</param>
    public static BenchmarkSet Make(GuideLibrary library, PlaceCatalog places, IReadOnlyList<JudgedQuestion> judged, bool scoped)
    {
        var names = places.All.Where(place => place.Level == PlaceLevel.County).Select(place => place.Name)
            .Distinct(StringComparer.Ordinal).Take(Regions).ToList();
        var sentences = library.Guides.SelectMany(guide => guide.Passages).SelectMany(passage => Sentences(passage.Text))
            .Distinct(StringComparer.Ordinal).ToList();
        var random = new Random(Seed);
        var passages = names.SelectMany(name => Enumerable.Range(0, PassagesEach)
            .Select(_ => new BenchmarkPassage(name, Passage(name, sentences, random)))).ToList();

        var questions = judged.SelectMany(question => Enumerable.Range(0, RegionsAsked).Select(_ => names[random.Next(names.Count)])
            .Select(name => scoped
                ? new BenchmarkQuestion(name, question.Q)
                : new BenchmarkQuestion("", name + question.Q)));
        return new BenchmarkSet(scoped ? "one region" : "all regions", passages, [.. questions]);
    }

    private static IEnumerable<string> Sentences(string text) =>
        text.Split(['。', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(sentence => sentence.Replace('\t', ' '));

    private static string Passage(string name, List<string> sentences, Random random)
    {
        var count = random.Next(1, 4);
        var text = string.Join('。', Enumerable.Range(0, count).Select(_ => sentences[random.Next(sentences.Count)])) + "。";
        return OwnPlaces.Aggregate(text, (current, own) => current.Replace(own, name, StringComparison.Ordinal));
    }
}
