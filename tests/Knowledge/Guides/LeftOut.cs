using PolicyBot.Tests.Support;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Tests.Knowledge.Guides;

/// <summary>The hand-written list of what the guides leave out of their sources: knowledge/guides/left-out.yaml.</summary>
internal static class LeftOut
{
    public static IReadOnlyDictionary<string, List<Entry>> ByGuide { get; } =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<Dictionary<string, List<Entry>>>(File.ReadAllText(Repository.Path("knowledge", "guides", "left-out.yaml")));

    internal sealed class Entry
    {
        /// <summary>"5" or "5-6", from 1.</summary>
        public string Lines { get; set; } = "";

        /// <summary>The part of the line that is left out; null for the whole line.</summary>
        public string? Text { get; set; }

        public string Reason { get; set; } = "";

        public (int First, int Last) Range =>
            Lines.Split('-') is [var first, var last] ? (int.Parse(first), int.Parse(last)) : (int.Parse(Lines), int.Parse(Lines));
    }
}
