namespace PolicyBot.Knowledge.Policies;

/// <summary>The facts that policies share: their values, and how they are asked for in plain words.</summary>
public sealed class FactCatalog
{
    private readonly Dictionary<string, FactDefinition> facts;
    private readonly Dictionary<string, string> sentences;

    private FactCatalog(Dictionary<string, FactDefinition> facts, Dictionary<string, string> sentences) =>
        (this.facts, this.sentences) = (facts, sentences);

    public IReadOnlyCollection<FactDefinition> All => facts.Values;

    /// <exception cref="PolicyFormatException">The file cannot be used.</exception>
    public static FactCatalog Load(string file)
    {
        var root = YamlMap.Load(file);
        var facts = root.Maps("facts").Select(ReadFact).ToDictionary(fact => fact.Name, StringComparer.Ordinal);
        var texts = root.Map("sentences") ?? throw root.Error("'sentences' is missing");
        var sentences = texts.Keys.ToDictionary(key => key, texts.Text, StringComparer.Ordinal);
        root.Finish();
        return new FactCatalog(facts, sentences);
    }

    public FactDefinition? Find(string name) => facts.GetValueOrDefault(name);

    /// <summary>One of our own sentences, such as <c>no-policy</c>.</summary>
    public string Sentence(string key) => sentences[key];

    private static FactDefinition ReadFact(YamlMap map)
    {
        var options = map.Maps("options").Select(option =>
        {
            var result = new FactOption(option.Text("value"), option.Text("label"), option.OptionalText("assumed"));
            option.Finish();
            return result;
        }).ToList();
        var fact = new FactDefinition(map.Text("name"), map.Text("prompt"), map.Text("why"), options) { Prompts = ReadPrompts(map) };
        map.Finish();
        return fact;
    }

    private static Dictionary<string, string> ReadPrompts(YamlMap map)
    {
        if (map.Map("prompts") is not { } prompts)
        {
            return [];
        }

        var read = prompts.Keys.ToDictionary(scheme => scheme, prompts.Text, StringComparer.Ordinal);
        prompts.Finish();
        return read;
    }
}

/// <param name="Prompt">The question in plain Chinese.</param>
/// <param name="Options">The finite domain; empty for places.</param>
public sealed record FactDefinition(string Name, string Prompt, string Why, IReadOnlyList<FactOption> Options)
{
    /// <summary>Scheme → how it is asked there: 医保在哪里交的 is no question to somebody with a work injury.</summary>
    public IReadOnlyDictionary<string, string> Prompts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The question as it is put to somebody who asks about that scheme; null while the scheme is not known.</summary>
    public string PromptFor(string? scheme) => scheme is not null && Prompts.TryGetValue(scheme, out var prompt) ? prompt : Prompt;
}

/// <param name="Assumed">What is said when this value is taken because nothing was said.</param>
public sealed record FactOption(string Value, string Label, string? Assumed);
