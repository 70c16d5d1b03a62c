using PolicyBot.Knowledge.Places;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Places;

internal static class Shared
{
    public static PlaceCatalog Catalog { get; } = PlaceCatalog.Load(Repository.Path("knowledge", "places"));

    public static PlaceParser Parser { get; } = new(Catalog);

    /// <summary>What a text names, one string: "220281 | 110105/220104".</summary>
    public static string Named(IEnumerable<PlaceMention> mentions) =>
        string.Join(" | ", mentions.Select(m => string.Join('/', m.Candidates.Select(p => p.Code))));
}
