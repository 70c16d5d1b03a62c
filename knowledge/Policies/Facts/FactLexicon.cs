using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Knowledge.Policies.Facts;

/// <summary>The word lists of <c>phrases.zh-CN.yaml</c>; what each list means is said at the head of that file.</summary>
internal sealed record FactLexicon
{
    /// <summary>Lists that phrases name in braces.</summary>
    public Dictionary<string, string> Sets { get; init; } = [];

    public List<FactWords> Facts { get; init; } = [];

    public List<Combination> Together { get; init; } = [];

    public Dictionary<string, MarkerWords> Markers { get; init; } = [];

    /// <exception cref="YamlDotNet.Core.YamlException">The file is not what is expected.</exception>
    public static FactLexicon Load(string path)
    {
        using var reader = File.OpenText(path);
        return new DeserializerBuilder()
            .WithNamingConvention(HyphenatedNamingConvention.Instance)
            .Build()
            .Deserialize<FactLexicon>(reader);
    }
}

internal sealed record FactWords
{
    public required string Fact { get; init; }

    /// <summary>Read only to be combined, never reported.</summary>
    public bool Hidden { get; init; }

    public List<string> Ignore { get; init; } = [];

    public List<string> Open { get; init; } = [];

    public List<ValueWords> Values { get; init; } = [];
}

internal sealed record ValueWords
{
    public required string Value { get; init; }

    public List<string> Over { get; init; } = [];

    public List<string> Terms { get; init; } = [];

    public List<string> Phrases { get; init; } = [];

    public List<string> WeakTerms { get; init; } = [];

    public List<string> WeakPhrases { get; init; } = [];
}

internal sealed record MarkerWords
{
    public List<string> Words { get; init; } = [];

    public List<string> Ignore { get; init; } = [];
}

/// <summary>Two facts that together say a third.</summary>
internal sealed record Combination
{
    public Dictionary<string, string> When { get; init; } = [];

    public Dictionary<string, string> Then { get; init; } = [];
}
