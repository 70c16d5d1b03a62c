using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Bot.Language;

/// <summary>The word lists of <c>intents.zh-CN.yaml</c>; what each list means is said at the head of that file.</summary>
internal sealed record IntentLexicon
{
    public Dictionary<string, string> Sets { get; init; } = [];

    public List<string> Openers { get; init; } = [];

    public List<string> Closers { get; init; } = [];

    public Dictionary<string, IntentWords> Intents { get; init; } = [];

    public Dictionary<string, List<string>> Marks { get; init; } = [];

    /// <summary>What of a filing a question is about.</summary>
    public Dictionary<string, List<string>> Aspects { get; init; } = [];

    /// <summary>Words without weight beside an aspect.</summary>
    public List<string> Filler { get; init; } = [];

    public List<string> Supposing { get; init; } = [];

    /// <summary>The intent that the file calls <c>start-filing</c>.</summary>
    public static Intent IntentOf(string name) =>
        Enum.Parse<Intent>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    /// <exception cref="YamlDotNet.Core.YamlException">The file is not what is expected.</exception>
    public static IntentLexicon Load(string path)
    {
        using var reader = File.OpenText(path);
        return new DeserializerBuilder()
            .WithNamingConvention(HyphenatedNamingConvention.Instance)
            .Build()
            .Deserialize<IntentLexicon>(reader);
    }
}

internal sealed record IntentWords
{
    /// <summary>The whole message, but for openers, closers and punctuation.</summary>
    public List<string> Whole { get; init; } = [];

    /// <summary>As <see cref="Whole"/>, where it may as well be the answer to a pending question.</summary>
    public List<string> Soft { get; init; } = [];

    /// <summary>Anywhere in the message.</summary>
    public List<string> Within { get; init; } = [];
}
