using PolicyBot.Knowledge.Search;

namespace PolicyBot.Tests.Knowledge.Search;

public sealed class GuideIndexesTests
{
    [Fact]
    public void EveryIndexThatCanBeNamedKeepsTheContract() =>
        Assert.Equal(
            GuideIndexes.Names.Count,
            typeof(GuideIndexContract).Assembly.GetTypes().Count(type => type.BaseType == typeof(GuideIndexContract)));

    [Fact]
    public void AnUnknownIndexIsRefusedAndTheKnownOnesAreNamed()
    {
        var refused = Assert.Throws<ArgumentException>(() => GuideIndexes.Named("sphinx"));

        Assert.Contains("'sphinx'", refused.Message, StringComparison.Ordinal);
        Assert.All(GuideIndexes.Names, name => Assert.Contains(name, refused.Message, StringComparison.Ordinal));
    }
}
