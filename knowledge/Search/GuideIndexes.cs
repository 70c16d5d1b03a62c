using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Search;

/// <summary>The indexes that a setting can name.</summary>
public static partial class GuideIndexes
{
    /// <summary>The index of our own.</summary>
    public const string BuiltIn = "built-in";

    private static readonly Dictionary<string, Func<GuideLibrary, DomainTerms, IGuideIndex>> Known = Find();

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>How the index of this name is built.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Func<GuideLibrary, DomainTerms, IGuideIndex> Named(string name) => Known.TryGetValue(name, out var build)
        ? build
        : throw new ArgumentException($"There is no search index '{name}' in this build; there is: {string.Join(", ", Names)}.", nameof(name));

    private static Dictionary<string, Func<GuideLibrary, DomainTerms, IGuideIndex>> Find()
    {
        var known = new Dictionary<string, Func<GuideLibrary, DomainTerms, IGuideIndex>>(StringComparer.Ordinal)
        {
            [BuiltIn] = GuideIndex.Build,
        };
        AddMore(known);
        return known;
    }

    /// <summary>Has a body only where the build compiles in a folder with another index.</summary>
    static partial void AddMore(Dictionary<string, Func<GuideLibrary, DomainTerms, IGuideIndex>> known);
}
