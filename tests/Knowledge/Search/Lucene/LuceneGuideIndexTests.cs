using System.Globalization;

namespace PolicyBot.Tests.Knowledge.Search.Lucene;

public sealed class LuceneGuideIndexTests() : GuideIndexContract("lucene")
{
    /// <summary>ICU4N does so before it cuts the first sentence.</summary>
    [Fact]
    public void CulturesCanBeMadeByName() => Assert.Equal("en-US", new CultureInfo("en-US").Name);
}
