using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Policies.Facts;
using PolicyBot.Knowledge.Search;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Answers;

/// <summary>The guides of the repository with all that answers from them, read once.</summary>
internal static class Answering
{
    private static readonly string Folder = Repository.Path("knowledge", "guides");

    public static GuideLibrary Library { get; } = GuideLibrary.Load(Folder);

    public static DomainTerms Terms { get; } = DomainTerms.Load(Folder);

    public static PlaceCatalog Places { get; } = PlaceCatalog.Load(Repository.Path("knowledge", "places"));

    public static NearQuestions Near { get; } = NearQuestions.Load(Folder, Library, Terms);

    public static AskedWordings Asked { get; } = AskedWordings.Load(Folder, Library, Terms);

    public static IFactReader Facts { get; } = FactReader.Load(Repository.Path("knowledge", "policies", "phrases.zh-CN.yaml"));

    public static AnswerUnits Units { get; } = AnswerUnits.Load(Folder, Library, Terms, Facts, Asked);

    public static Answerer Answerer { get; } = new(
        Library, GuideIndex.Build(Library, Terms), Terms, Near, Places,
        Facts,
        new Determiner(PolicyLibrary.Load(Repository.Path("knowledge", "policies"), Library, Places), Places, []),
        Asked, Units);

    public static DateOnly Day { get; } = new(2026, 3, 1);

    public static AnswerResult Ask(string text, string? insured = null, string? scheme = null) =>
        Answerer.Answer(new Question(text, new Situation { Scheme = scheme, InsuredPlace = insured, AsOf = Day }));
}
