using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search.Lucene;

namespace PolicyBot.Knowledge.Search;

public static partial class GuideIndexes
{
    static partial void AddMore(Dictionary<string, Func<GuideLibrary, DomainTerms, IGuideIndex>> known) =>
        known.Add("lucene", LuceneGuideIndex.Build);
}
