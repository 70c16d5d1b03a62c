namespace PolicyBot.Tests.Knowledge.Search.Lucene;

public sealed class LuceneGuideIndexTests() : GuideIndexContract("lucene");
