using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Bot.Dialogs;

/// <summary>The insured places for which there is a guide.</summary>
internal sealed class GuidePlaces(GuideLibrary guides, PlaceCatalog places)
{
    /// <summary>Full names, each once.</summary>
    public IReadOnlyList<string> Names { get; } =
        [.. guides.Guides.SelectMany(guide => guide.InsuredPlaces).Distinct().Select(places.FullName)];
}
