using System.Buffers;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Search;

/// <summary>
/// The index of our own: in memory, BM25F over characters, bigrams and concepts, headings as second field.
/// Immutable and safe to share. Passages of equal score stand in the order of the guides.
/// </summary>
public sealed class GuideIndex : IGuideIndex
{
    private readonly Passage[] passages;
    private readonly Dictionary<string, (int Start, int End)> ranges = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, Postings> postings;
    private readonly QuestionReader questions;
    private readonly Highlighter highlighter;

    internal GuideIndex(IEnumerable<Guide> guides, DomainTerms terms, SearchWeights weights)
    {
        var all = new List<Passage>();
        foreach (var guide in guides)
        {
            ranges.Add(guide.Id, (all.Count, all.Count + guide.Passages.Count));
            all.AddRange(guide.Passages);
        }

        passages = [.. all];
        postings = new GuideIndexBuilder(terms, weights).Build(passages);
        questions = new QuestionReader(terms);
        highlighter = new Highlighter(terms);
    }

    public static GuideIndex Build(GuideLibrary library, DomainTerms terms) => new(library.Guides, terms, SearchWeights.Default);

    public IReadOnlyList<SearchHit> Search(string question, IReadOnlySet<string>? guides, int top)
    {
        if (top <= 0 || passages.Length == 0)
        {
            return [];
        }

        var keys = Keys(questions.Read(question));
        var scores = ArrayPool<float>.Shared.Rent(passages.Length);
        try
        {
            var best = new PriorityQueue<int, (float Score, int Passage)>(Rank.WorstFirst);
            foreach (var (start, end) in Scope(guides))
            {
                Array.Clear(scores, start, end - start);
                AddScores(keys, scores, start, end);
                Keep(best, scores, start, end, top);
            }

            return Hits(best, keys);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private static HashSet<ulong> Keys(QuestionTerms question)
    {
        var keys = new HashSet<ulong>();
        foreach (var concept in question.Concepts)
        {
            keys.Add(Token.Concept(concept.Number));
        }

        foreach (var token in question.Rest.Concat(question.Doubtful))
        {
            keys.Add(token.Key);
        }

        return keys;
    }

    private IEnumerable<(int Start, int End)> Scope(IReadOnlySet<string>? guides)
    {
        if (guides is null)
        {
            return [(0, passages.Length)];
        }

        // In the order of the index, whatever the order of the set.
        return guides.Where(ranges.ContainsKey).Select(id => ranges[id]).Order();
    }

    private void AddScores(HashSet<ulong> keys, float[] scores, int start, int end)
    {
        foreach (var key in keys)
        {
            if (!postings.TryGetValue(key, out var list))
            {
                continue;
            }

            var at = start == 0 ? 0 : Array.BinarySearch(list.Passages, start);
            for (var i = at < 0 ? ~at : at; i < list.Passages.Length && list.Passages[i] < end; i++)
            {
                scores[list.Passages[i]] += list.Parts[i];
            }
        }
    }

    private static void Keep(PriorityQueue<int, (float, int)> best, float[] scores, int start, int end, int top)
    {
        for (var i = start; i < end; i++)
        {
            if (scores[i] <= 0)
            {
                continue;
            }

            if (best.Count < top)
            {
                best.Enqueue(i, (scores[i], i));
            }
            else
            {
                best.EnqueueDequeue(i, (scores[i], i));
            }
        }
    }

    private SearchHit[] Hits(PriorityQueue<int, (float Score, int Passage)> best, HashSet<ulong> keys)
    {
        var hits = new SearchHit[best.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            best.TryDequeue(out var number, out var rank);
            hits[i] = new SearchHit(passages[number], rank.Score, highlighter.Find(passages[number].Text, keys));
        }

        return hits;
    }

    private sealed class Rank : IComparer<(float Score, int Passage)>
    {
        public static Rank WorstFirst { get; } = new();

        public int Compare((float Score, int Passage) x, (float Score, int Passage) y) =>
            x.Score != y.Score ? x.Score.CompareTo(y.Score) : y.Passage.CompareTo(x.Passage);
    }
}
