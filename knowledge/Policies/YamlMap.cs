using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PolicyBot.Knowledge.Policies;

/// <summary>A YAML mapping read key by key: unknown, missing and misshapen keys are reported with file and line.</summary>
internal sealed class YamlMap
{
    private readonly string file;
    private readonly YamlMappingNode node;
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    private YamlMap(string file, YamlMappingNode node) => (this.file, this.node) = (file, node);

    public long Line => node.Start.Line;

    public IEnumerable<string> Keys => node.Children.Keys.Select(key => ((YamlScalarNode)key).Value!);

    public static YamlMap Load(string file)
    {
        var text = File.ReadAllText(file);
        RefuseTabs(file, text);
        var stream = new YamlStream();
        var parser = new LastPlace(new Parser(new StringReader(text)));
        try
        {
            stream.Load(parser);
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            // The scanner's own mark is often where it began to look ahead; the later of the two is nearer to the fault.
            throw new PolicyFormatException(file, Math.Max(parser.Line, (e as YamlException)?.End.Line ?? 0), e.Message);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new YamlMap(file, root)
            : throw new PolicyFormatException(file, 1, "a mapping is expected");
    }

    public PolicyFormatException Error(string message) => new(file, Line, message);

    /// <summary>A fault of one key's value, reported on the line of that value.</summary>
    public PolicyFormatException Error(string key, string message) =>
        new(file, node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value.Start.Line : Line, message);

    public bool Has(string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    public string Text(string key) => OptionalText(key) ?? throw Error($"'{key}' is missing");

    public string? OptionalText(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: "" or "null" or "~", Style: ScalarStyle.Plain } => null,
        YamlScalarNode scalar => scalar.Value,
        var other => throw Misshapen(other, key, "a text"),
    };

    public bool Flag(string key, bool otherwise) => OptionalText(key) switch
    {
        null => otherwise,
        "true" => true,
        "false" => false,
        _ => throw Misshapen(Find(key)!, key, "true or false"),
    };

    public int? Number(string key) => OptionalText(key) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Misshapen(Find(key)!, key, "a whole number");

    public decimal? Decimal(string key) => OptionalText(key) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw Misshapen(Find(key)!, key, "a number");

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlScalarNode scalar => [scalar.Value!],
        YamlSequenceNode list => [.. list.Select(item => item is YamlScalarNode scalar ? scalar.Value! : throw Misshapen(item, key, "a text"))],
        var other => throw Misshapen(other, key, "a list of texts"),
    };

    public YamlMap? Map(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(file, map),
        var other => throw Misshapen(other, key, "a mapping"),
    };

    public IReadOnlyList<YamlMap> Maps(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(item => item is YamlMappingNode map ? new YamlMap(file, map) : throw Misshapen(item, key, "a mapping"))],
        var other => throw Misshapen(other, key, "a list"),
    };

    /// <summary>Refuses keys that nothing has read: a typing mistake must not silently lose a rule.</summary>
    public void Finish()
    {
        foreach (var key in Keys)
        {
            if (!read.Contains(key))
            {
                throw Error($"'{key}' is not known here");
            }
        }
    }

    private YamlNode? Find(string key)
    {
        read.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private PolicyFormatException Misshapen(YamlNode at, string key, string expected) => new(file, at.Start.Line, $"'{key}' must be {expected}");

    /// <summary>The commonest slip of an editor; the YAML reader reports it far from its place.</summary>
    private static void RefuseTabs(string file, string text)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            if (content[..(content.Length - content.TrimStart().Length)].Contains('\t'))
            {
                throw new PolicyFormatException(file, line, "a tab stands where YAML wants blanks");
            }
        }
    }

    /// <summary>Remembers the last line that could be read.</summary>
    private sealed class LastPlace(Parser parser) : IParser
    {
        public long Line { get; private set; } = 1;

        public YamlDotNet.Core.Events.ParsingEvent? Current => parser.Current;

        public bool MoveNext()
        {
            var moved = parser.MoveNext();
            Line = parser.Current?.End.Line ?? Line;
            return moved;
        }
    }
}
