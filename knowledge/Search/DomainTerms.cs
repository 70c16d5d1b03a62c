using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Knowledge.Search;

/// <summary>A notion of the field, with the words for it; documented in knowledge/guides/terms.yaml.</summary>
internal sealed record Concept(int Number, string Id, bool Anchor, bool Topic, bool Facet, bool Ruled);

/// <summary>What a word of a question is.</summary>
internal enum QuestionWord
{
    /// <summary>Wording that says nothing.</summary>
    Stop,

    /// <summary>The question asks what something means.</summary>
    Definition,

    /// <summary>What no guide answers.</summary>
    Elsewhere,

    /// <summary>A word for a concept that only people use.</summary>
    Asked,

    /// <summary>A word for a concept that guides use too.</summary>
    Said,
}

/// <summary>The words of the field: knowledge/guides/terms.yaml, folded. Immutable.</summary>
public sealed class DomainTerms
{
    private const char Gap = '…';

    private DomainTerms(TermsFile file, CharFolding folding)
    {
        Folding = folding;
        foreach (var word in file.Stop.SelectMany(words => words))
        {
            InQuestions.Add(folding.Fold(word), new(QuestionWord.Stop, null));
        }

        foreach (var word in file.Definition)
        {
            InQuestions.Add(folding.Fold(word), new(QuestionWord.Definition, null));
        }

        foreach (var word in file.Elsewhere.SelectMany(words => words))
        {
            InQuestions.Add(folding.Fold(word), new(QuestionWord.Elsewhere, null));
        }

        Concepts = [.. file.Concepts.Select((entry, number) => new Concept(number, entry.Id, entry.Anchor, entry.Topic, entry.Facet, entry.Ruled))];
        foreach (var (concept, entry) in Concepts.Zip(file.Concepts))
        {
            AddWords(concept, entry);
        }
    }

    internal CharFolding Folding { get; }

    internal IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Words for concepts as guides have them.</summary>
    internal WordTrie<Concept> InGuides { get; } = new();

    internal WordTrie<(QuestionWord Kind, Concept? Concept)> InQuestions { get; } = new();

    /// <summary>Words with a gap, by what stands before it.</summary>
    internal WordTrie<(string After, Concept Concept)> Gapped { get; } = new();

    /// <summary>Reads terms.yaml and traditional.txt from the folder of the guides.</summary>
    public static DomainTerms Load(string directory) => Parse(
        File.ReadAllText(Path.Combine(directory, "terms.yaml")), CharFolding.Load(Path.Combine(directory, "traditional.txt")));

    public static DomainTerms Parse(string yaml, CharFolding folding) => new(
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<TermsFile>(yaml), folding);

    private void AddWords(Concept concept, ConceptEntry entry)
    {
        foreach (var word in entry.Words)
        {
            InGuides.Add(Folding.Fold(word), concept);
            InQuestions.Add(Folding.Fold(word), (QuestionWord.Said, concept));
        }

        foreach (var word in entry.Told)
        {
            InGuides.Add(Folding.Fold(word), concept);
        }

        foreach (var word in entry.Asked)
        {
            if (word.Split(Gap) is [var before, var after])
            {
                Gapped.Add(Folding.Fold(before), (Folding.Fold(after), concept));
            }
            else
            {
                InQuestions.Add(Folding.Fold(word), (QuestionWord.Asked, concept));
            }
        }
    }

    private sealed class TermsFile
    {
        public List<List<string>> Stop { get; set; } = [];

        public List<string> Definition { get; set; } = [];

        public List<List<string>> Elsewhere { get; set; } = [];

        public List<ConceptEntry> Concepts { get; set; } = [];
    }

    private sealed class ConceptEntry
    {
        public string Id { get; set; } = "";

        public bool Anchor { get; set; }

        public bool Topic { get; set; }

        public bool Facet { get; set; }

        public bool Ruled { get; set; }

        public List<string> Words { get; set; } = [];

        public List<string> Asked { get; set; } = [];

        public List<string> Told { get; set; } = [];
    }
}
