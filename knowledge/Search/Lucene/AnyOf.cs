using Lucene.Net.Index;
using Lucene.Net.Search;

namespace PolicyBot.Knowledge.Search.Lucene;

/// <summary>The query for what has any of some terms in a field; each adds to the score.</summary>
internal static class AnyOf
{
    /// <summary>One query of Lucene refuses more clauses than it has a limit for, and people paste whole pages: hence two storeys.</summary>
    public static BooleanQuery The(IEnumerable<string> terms, string field)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (var some in terms.Chunk(BooleanQuery.MaxClauseCount))
        {
            var any = new BooleanQuery(disableCoord: true);
            foreach (var term in some)
            {
                any.Add(new TermQuery(new Term(field, term)), Occur.SHOULD);
            }

            all.Add(any, Occur.SHOULD);
        }

        return all;
    }
}
