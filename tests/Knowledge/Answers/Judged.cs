using PolicyBot.Tests.Support;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Tests.Knowledge.Answers;

/// <summary>One judged question; see the head of judged-tuning.yaml.</summary>
internal sealed class Judged
{
    public string Q { get; set; } = "";

    public string? Place { get; set; }

    /// <summary>Known from the conversation, where the text does not say it.</summary>
    public string? Scheme { get; set; }

    public string Status { get; set; } = "";

    public string? Guide { get; set; }

    public string? Section { get; set; }

    public List<string> Points { get; set; } = [];

    public List<string> Not { get; set; } = [];

    /// <summary>A determination must come with the answer.</summary>
    public bool Determined { get; set; }

    public static IReadOnlyList<Judged> Load(string half) =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<Judged>>(
            File.ReadAllText(Repository.Path("tests", "Knowledge", "Answers", $"judged-{half}.yaml")));
}
