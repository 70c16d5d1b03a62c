using System.Runtime.InteropServices;
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
    private readonly ScorePool pool;

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
        pool = new ScorePool(passages.Length);
    }

    public static GuideIndex Build(GuideLibrary library, DomainTerms terms) => new(library.Guides, terms, SearchWeights.Default);

    public IReadOnlyList<SearchHit> Search(string question, IReadOnlySet<string>? guides, int top)
    {
        top = Math.Min(top, passages.Length);
        if (top <= 0)
        {
            return [];
        }

        var keys = Keys(questions.Read(question));
        var scores = pool.Rent();
        try
        {
            var best = new TopPassages(top);
            var lists = new List<Stretch>(keys.Count);
            foreach (var (start, end) in Scope(guides))
            {
                Cut(keys, start, end, lists);
                best.Find(CollectionsMarshal.AsSpan(lists), scores, start, end);
            }

            return Hits(best.Found, keys);
        }
        finally
        {
            pool.Return(scores);
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

    /// <summary>The postings of the keys that lie in a stretch of the index, the shortest first.</summary>
    private void Cut(HashSet<ulong> keys, int start, int end, List<Stretch> lists)
    {
        lists.Clear();
        foreach (var key in keys)
        {
            if (postings.TryGetValue(key, out var list) && list.Within(start, end) is { Length: > 0 } stretch)
            {
                lists.Add(stretch);
            }
        }

        lists.Sort(static (x, y) => x.Length.CompareTo(y.Length));
    }

    private SearchHit[] Hits(ReadOnlySpan<(float Score, int Passage)> best, HashSet<ulong> keys)
    {
        var hits = new SearchHit[best.Length];
        for (var i = 0; i < hits.Length; i++)
        {
            var passage = passages[best[i].Passage];
            hits[i] = new SearchHit(passage, best[i].Score, new LazyHighlights(() => highlighter.Find(passage.Text, keys)));
        }

        return hits;
    }
}
