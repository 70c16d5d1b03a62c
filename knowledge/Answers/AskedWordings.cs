using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Knowledge.Answers;

/// <summary>
/// How people ask what a passage answers: knowledge/guides/asked.yaml. A question is compared with every wording; the nearest one
/// tells the passage. Wordings are never shown. A guide without any is answered from its own words alone.
/// </summary>
public sealed class AskedWordings
{
    /// <summary>A bigram with a word like 要 in it is a word only now and then.</summary>
    private const double DoubtfulShare = 0.4;

    /// <summary>What kind of thing is asked for matters more than the circumstances told.</summary>
    private const double FacetFactor = 1.5;

    /// <summary>What every guide is about tells no wording from another.</summary>
    private const double TopicShare = 0.3;

    /// <summary>What a wording has beyond the question counts more against it than the story around a question.</summary>
    private const double WordingOnly = 0.6;
    private const double QuestionOnly = 0.4;

    private readonly QuestionReader reader;
    private readonly ILookup<string, (string[] Passages, string Text)> texts;
    private readonly ILookup<string, Wording> byGuide;
    private readonly Dictionary<ulong, int> holders = [];
    private readonly int count;

    private AskedWordings(IEnumerable<(string Guide, string[] Passages, string Text)> wordings, DomainTerms terms)
    {
        reader = new QuestionReader(terms);
        var read = wordings.Select(wording => (wording, Shares: Shares(reader.Read(wording.Text)))).ToList();
        texts = read.ToLookup(entry => entry.wording.Guide, entry => (entry.wording.Passages, entry.wording.Text), StringComparer.Ordinal);
        count = read.Count;
        foreach (var key in read.SelectMany(wording => wording.Shares.Keys))
        {
            holders[key] = holders.GetValueOrDefault(key) + 1;
        }

        byGuide = read.Where(wording => wording.Shares.Count > 0)
            .ToLookup(entry => entry.wording.Guide, entry => new Wording(entry.wording.Passages, Weigh(entry.Shares)));
    }

    /// <summary>Reads asked.yaml from the folder of the guides; none where it is missing.</summary>
    public static AskedWordings Load(string directory, GuideLibrary library, DomainTerms terms) =>
        Path.Combine(directory, "asked.yaml") is var file && File.Exists(file)
            ? Parse(File.ReadAllText(file), library, terms)
            : new AskedWordings([], terms);

    /// <exception cref="FormatException">An entry names a guide, a section or words that are not there.</exception>
    public static AskedWordings Parse(string yaml, GuideLibrary library, DomainTerms terms)
    {
        var written = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<Dictionary<string, List<Entry>>>(yaml) ?? [];
        var entries = (from guide in written
            from entry in guide.Value
            select (Guide: guide.Key, Entry: entry, Passages: Passages(library.Find(guide.Key), entry))).ToList();
        var astray = entries.FindAll(entry => entry.Passages.Length == 0);
        return astray.Count == 0
            ? new AskedWordings(from entry in entries from text in entry.Entry.Asks select (entry.Guide, entry.Passages, text), terms)
            : throw new FormatException(string.Join('\n', astray.Select(entry => $"asked.yaml: {entry.Guide} has no '{entry.Entry.At}' in '{entry.Entry.Section}'")));
    }

    /// <summary>The wordings for a guide, each with the ids of the passages that it asks for.</summary>
    internal IEnumerable<(string[] Passages, string Text)> Of(string guide) => texts[guide];

    /// <summary>Whether some wording has it.</summary>
    internal bool Knows(Token token) => holders.ContainsKey(token.Key);

    /// <summary>How near the nearest wording for each passage is to the question, above 0 up to 1, by the passage's id.</summary>
    internal IReadOnlyDictionary<string, double> Nearness(string question, IEnumerable<Guide> guides)
    {
        var asked = Weigh(Shares(reader.Read(question)));
        var nearest = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var wording in guides.SelectMany(guide => byGuide[guide.Id]))
        {
            var nearness = Nearness(asked, wording.Weights);
            foreach (var passage in nearness > 0 ? wording.Passages : [])
            {
                nearest[passage] = Math.Max(nearness, nearest.GetValueOrDefault(passage));
            }
        }

        return nearest;
    }

    private static double Nearness(Dictionary<ulong, double> question, Dictionary<ulong, double> wording)
    {
        var both = question.Sum(word => Math.Min(word.Value, wording.GetValueOrDefault(word.Key)));
        return both <= 0 ? 0 : both / (both + WordingOnly * (wording.Values.Sum() - both) + QuestionOnly * (question.Values.Sum() - both));
    }

    private static Dictionary<ulong, double> Shares(QuestionTerms terms)
    {
        var shares = new Dictionary<ulong, double>();
        foreach (var concept in terms.Concepts)
        {
            shares[Token.Concept(concept.Number)] = concept.Facet ? FacetFactor : concept.Topic ? TopicShare : 1;
        }

        foreach (var token in terms.Rest.Where(token => token.Kind != TokenKind.Character))
        {
            shares[token.Key] = 1;
        }

        foreach (var token in terms.Doubtful)
        {
            shares.TryAdd(token.Key, DoubtfulShare);
        }

        return shares;
    }

    /// <summary>The fewer wordings have a word, the more it tells.</summary>
    private Dictionary<ulong, double> Weigh(Dictionary<ulong, double> shares) => shares.ToDictionary(
        share => share.Key, share => share.Value * Math.Log(1 + (count + 1.0) / (1 + holders.GetValueOrDefault(share.Key))));

    private static string[] Passages(Guide? guide, Entry entry) => guide is null ? [] : [.. guide.Passages.Where(passage =>
            passage.Section.Contains(entry.Section.TrimEnd('：'), StringComparison.Ordinal) && passage.Text.Contains(entry.At, StringComparison.Ordinal))
        .Select(passage => passage.Id)];

    private sealed record Wording(string[] Passages, Dictionary<ulong, double> Weights);

    private sealed class Entry
    {
        public string Section { get; set; } = "";

        public string At { get; set; } = "";

        public List<string> Asks { get; set; } = [];
    }
}
