using PolicyBot.Knowledge.Calendars;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Support;

/// <summary>The real guides, places and policies, loaded once.</summary>
internal static class RealKnowledge
{
    public static PlaceCatalog Places { get; } = PlaceCatalog.Load(Repository.Path("knowledge", "places"));

    public static GuideLibrary Guides { get; } = GuideLibrary.Load(Repository.Path("knowledge", "guides"));

    public static PolicyLibrary Policies { get; } = PolicyLibrary.Load(Repository.Path("knowledge", "policies"), Guides, Places);

    public static WorkCalendar Calendar { get; } = WorkCalendar.Load(Repository.Path("knowledge", "calendar"));

    public static Determiner Determiner { get; } = new(Policies, Places, []);
}
