using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Tests.Knowledge.Search;

public sealed class TopPassagesTests
{
    private const int Passages = 400;
    private const int Tokens = 12;

    /// <summary>Whatever the postings, to stop early finds the same as to add all up.</summary>
    [Fact]
    public void StoppingEarlyFindsWhatReadingAllFinds() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), Gen.Choose(1, 40).ToArbitrary(), (seed, top) =>
        {
            var random = new Random(seed);
            var lists = Enumerable.Range(1, Tokens).Select(token => Some(random, share: Math.Pow(token / (double)Tokens, 3))).OfType<Postings>().ToList();
            var (start, end) = (random.Next(Passages / 2), random.Next(Passages / 2, Passages));
            var stretches = lists.Select(list => list.Within(start, end)).Where(stretch => stretch.Length > 0).OrderBy(stretch => stretch.Length).ToArray();

            var found = new TopPassages(top);
            found.Find(stretches, new float[Passages], start, end);

            var sums = lists.SelectMany(list => list.Passages.Zip(list.Parts)).Where(part => part.First >= start && part.First < end)
                .GroupBy(part => part.First, part => (double)part.Second).Select(parts => parts.Sum()).OrderDescending().Take(top).ToList();
            return found.Found.Length == sums.Count
                && found.Found.ToArray().Zip(sums).All(pair => Math.Abs(pair.First.Score - pair.Second) < 1e-3);
        }));

    private static Postings? Some(Random random, double share)
    {
        var passages = Enumerable.Range(0, Passages).Where(_ => random.NextDouble() < share).ToArray();
        var rarity = (float)Math.Log(1 + Passages / (passages.Length + 0.5));
        return passages.Length == 0 ? null : new Postings(rarity, passages, [.. passages.Select(_ => rarity * (0.5f + random.NextSingle()))]);
    }
}
