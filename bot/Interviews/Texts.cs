using System.Collections.Frozen;
using System.Reflection;
using YamlDotNet.Serialization;

namespace PolicyBot.Bot.Interviews;

/// <summary>
/// What people read, by key, from the resources <c>*.zh-CN.yaml</c> beside the code that says it. Parsed once at the
/// start: a turn only joins strings.
/// </summary>
internal sealed class Texts
{
    private readonly FrozenDictionary<string, string[]> templates;

    private Texts(IEnumerable<KeyValuePair<string, string>> texts) =>
        templates = texts.ToFrozenDictionary(text => text.Key, text => Split(text.Value), StringComparer.Ordinal);

    public static Texts Load()
    {
        var deserializer = new DeserializerBuilder().Build();
        var assembly = typeof(Texts).Assembly;
        return new Texts(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Texts.", StringComparison.Ordinal))
            .SelectMany(name => Read(assembly, name, deserializer)));
    }

    public IEnumerable<string> Keys => templates.Keys;

    public bool Has(string key) => templates.ContainsKey(key);

    /// <summary>The words of a text without its placeholders.</summary>
    public string Words(string key) => string.Concat(templates[key].Where((_, index) => index % 2 == 0));

    /// <summary>The text of that key, its {placeholders} filled in.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var parts = templates[key];
        if (parts.Length == 1)
        {
            return parts[0];
        }

        var filled = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            filled[i] = i % 2 == 0 ? parts[i] : ValueOf(parts[i], key, values);
        }

        return string.Concat(filled);
    }

    private static string ValueOf(string name, string key, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (given, value) in values)
        {
            if (given == name)
            {
                return value;
            }
        }

        throw new ArgumentException($"The text '{key}' needs a value for '{name}'.", nameof(values));
    }

    /// <summary>Literal text at even places, names of placeholders at odd ones.</summary>
    private static string[] Split(string text) => text.TrimEnd('\n').Split('{', '}');

    private static Dictionary<string, string> Read(Assembly assembly, string name, IDeserializer deserializer)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return deserializer.Deserialize<Dictionary<string, string>>(reader);
    }
}
