using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Policies.Facts;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Bot.Language;

/// <summary>The readers with the word lists of the repository, loaded once.</summary>
internal static class Readers
{
    public static FactReader Facts { get; } = FactReader.Load(Repository.Path("knowledge", "policies", "phrases.zh-CN.yaml"));

    public static UtteranceReader Utterances { get; } =
        UtteranceReader.Load(Repository.Path("bot", "Language", "intents.zh-CN.yaml"), Facts);

    /// <summary>name=value, with a question mark after what is only asked about; by name.</summary>
    public static List<string> Shown(IEnumerable<FactMention> mentions) =>
        [.. mentions.Select(mention => $"{mention.Fact}={mention.Value}{(mention.Asked ? "?" : "")}").Order(StringComparer.Ordinal)];
}
