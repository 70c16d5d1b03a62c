using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Benchmarks;

/// <summary>The judged questions of the tests, as far as a search has to do with them.</summary>
internal sealed class JudgedQuestion
{
    public string Q { get; set; } = "";

    public string? Guide { get; set; }

    /// <summary>Words of the guide that a complete answer has.</summary>
    public List<string> Points { get; set; } = [];

    public static IReadOnlyList<JudgedQuestion> Load(string repository)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build();
        return [.. Directory.EnumerateFiles(Path.Combine(repository, "tests", "Knowledge", "Answers"), "judged-*.yaml")
            .Order(StringComparer.Ordinal).SelectMany(file => yaml.Deserialize<List<JudgedQuestion>>(File.ReadAllText(file)))];
    }
}
