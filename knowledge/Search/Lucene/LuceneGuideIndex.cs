using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Search.Lucene;

/// <summary>
/// Lucene.Net as the index: words by SmartCn, bigrams and concepts, text and headings, BM25. Immutable and safe to share.
/// Passages of equal score stand in the order of the guides.
/// </summary>
public sealed class LuceneGuideIndex : IGuideIndex
{
    private readonly Passage[] passages;
    private readonly Analyzer analyzer = PassageFields.Analyzer();
    private readonly IndexSearcher searcher;
    private readonly DomainTerms terms;
    private readonly QuestionReader questions;
    private readonly Highlighter highlighter;

    private LuceneGuideIndex(GuideLibrary library, DomainTerms terms)
    {
        this.terms = terms;
        passages = [.. library.Guides.SelectMany(guide => guide.Passages)];
        questions = new QuestionReader(terms);
        highlighter = new Highlighter(terms);

        // Never closed: the directory is memory, and goes with the snapshot.
        searcher = new IndexSearcher(DirectoryReader.Open(new PassageWriter(terms, analyzer).Write(passages))) { Similarity = new BM25Similarity() };
    }

    public static LuceneGuideIndex Build(GuideLibrary library, DomainTerms terms) => new(library, terms);

    public IReadOnlyList<SearchHit> Search(string question, IReadOnlySet<string>? guides, int top)
    {
        top = Math.Min(top, passages.Length);
        if (top <= 0)
        {
            return [];
        }

        var asked = new AskedWords(terms.Folding.Fold(question), questions.Read(question), analyzer);
        var query = guides is null ? asked.ToQuery() : Within(guides, asked.ToQuery());
        return
        [
            .. searcher.Search(query, top).ScoreDocs.Select(found => new SearchHit(
                passages[found.Doc], found.Score, new LazyHighlights(() => highlighter.Find(passages[found.Doc].Text, asked.Keys)))),
        ];
    }

    /// <summary>Reads the passages of the guides first and no posting between them.</summary>
    private static FilteredQuery Within(IReadOnlySet<string> guides, Query query) => new(
        query, new QueryWrapperFilter(AnyOf.The(guides, PassageFields.Guide)), FilteredQuery.LEAP_FROG_FILTER_FIRST_STRATEGY);
}
