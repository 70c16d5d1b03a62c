using System.Runtime.InteropServices;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Search;

/// <summary>
/// The index of our own: in memory, BM25F over characters, bigrams and concepts, headings as second field; the best by that are
/// ranked again by how close together the words of the question stand in them. Immutable and safe to share. Passages of equal score stand in the order of the guides.
/// </summary>
public sealed class GuideIndex : IGuideIndex
{
    private readonly Passage[] passages;
    private readonly Dictionary<string, (int Start, int End)> ranges = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, Postings> postings;
    private readonly QuestionReader questions;
    private readonly Highlighter highlighter;
    private readonly SearchWeights weights;
    private readonly CharFolding folding;
    private readonly Pool<Workspace> pool;

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
        this.weights = weights;
        folding = terms.Folding;
        pool = new Pool<Workspace>(() => new Workspace(new float[passages.Length], new Closeness(folding)));
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
        var workspace = pool.Rent();
        try
        {
            var best = new TopPassages(Math.Max(top, Math.Min(weights.Reranked, passages.Length)));
            var lists = new List<Stretch>(keys.Count);
            foreach (var (start, end) in Scope(guides))
            {
                Cut(keys, start, end, lists);
                best.Find(CollectionsMarshal.AsSpan(lists), workspace.Scores, start, end);
            }

            return Hits(Rank(question, best.Found, workspace.Closeness, top), keys);
        }
        finally
        {
            pool.Return(workspace);
        }
    }

    private ReadOnlySpan<(float Score, int Passage)> Rank(string question, ReadOnlySpan<(float Score, int Passage)> best, Closeness closeness, int top)
    {
        if (best.Length < 2)
        {
            return best;
        }

        var folded = folding.Fold(question);
        var tokens = new List<Token>();
        Tokenizer.Cut(folded, 0, tokens);
        closeness.Ask(folded, tokens, key => postings.TryGetValue(key, out var list) ? list.Rarity : 0);
        var ranking = new Ranking(top);
        foreach (var (score, number) in best)
        {
            var passage = passages[number];
            ranking.Add(score + weights.Closeness * closeness.Of(passage.Section, passage.Text), number);
        }

        return ranking.Found;
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
