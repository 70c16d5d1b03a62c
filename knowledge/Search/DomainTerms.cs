using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Knowledge.Search;

/// <summary>A notion of the field; documented in knowledge/guides/terms.yaml.</summary>
/// <param name="Word">What guides call it first, or where they have no word for it, people.</param>
/// <param name="Fact">A fact that means it, such as <c>reason=referral</c>.</param>
internal sealed record Concept(int Number, string Id, string Word, bool Anchor, bool Topic, bool Facet, bool Ruled, bool Exempts, (string Name, string Value)? Fact)
{
    /// <summary>A name that a region gave to a rule of its own (承诺书): where one guide alone has it, it tells whose rules are asked for.</summary>
    public bool Coined { get; init; }

    /// <summary>Asks what is to be filled in.</summary>
    public bool Fields { get; init; }

    /// <summary>A facet that nothing else can stand for: where the guide does not have it, the question is not answered.</summary>
    public bool Strict { get; init; }

    /// <summary>A facet that only says in what way; it does not stand for a strict one.</summary>
    public bool Manner { get; init; }

    /// <summary>A section whose headings have it is only for those who ask for it.</summary>
    public bool Special { get; init; }

    /// <summary>A circumstance, which a guide's rule need not name: 住院.</summary>
    public bool Case { get; init; }

    /// <summary>Says that care is in another province.</summary>
    public bool Far { get; init; }

    /// <summary>An anchor that other matters have too (取消): a question with a word unknown to us is not ours for its sake.</summary>
    public bool Weak { get; init; }

    /// <summary>A facet that asks for all of a kind (哪几种情形), in whatever sections they stand.</summary>
    public bool Each { get; init; }

    /// <summary>Says that care stays in the province, of which a general guide does not speak.</summary>
    public bool Near { get; init; }
}

/// <summary>What a word of a question is.</summary>
internal enum QuestionWord
{
    /// <summary>Wording that says nothing.</summary>
    Stop,

    /// <summary>The question asks what something means.</summary>
    Definition,

    /// <summary>What no guide answers.</summary>
    Elsewhere,

    /// <summary>Says nothing beside other words, and by itself asks for a concept.</summary>
    Alone,

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
        AddPlain(file.Stop.SelectMany(words => words), QuestionWord.Stop);
        AddPlain(file.Definition, QuestionWord.Definition);
        AddPlain(file.Elsewhere.SelectMany(words => words), QuestionWord.Elsewhere);
        Concepts = [.. file.Concepts.Select((entry, number) => new Concept(
            number, entry.Id, entry.Words.Concat(entry.Asked.Where(word => !word.Contains(Gap))).FirstOrDefault(""), entry.Anchor, entry.Topic, entry.Facet, entry.Ruled, entry.Exempts, entry.FactAndValue)
        {
            Coined = entry.Coined, Each = entry.Each, Far = entry.Far, Weak = entry.Weak, Fields = entry.Fields, Near = entry.Near,
            Strict = entry.Strict, Manner = entry.Manner, Special = entry.Special, Case = entry.Case || entry.Fact is not null,
        })];
        foreach (var (concept, entry) in Concepts.Zip(file.Concepts))
        {
            AddWords(concept, entry);
        }

        Matter = Concepts.Single(concept => concept.Id == file.Matter);
    }

    internal CharFolding Folding { get; }

    internal IReadOnlyList<Concept> Concepts { get; }

    /// <summary>What a question that names no matter is about.</summary>
    internal Concept Matter { get; }

    /// <summary>Words for concepts as guides have them.</summary>
    internal WordTrie<Concept> InGuides { get; } = new();

    internal WordTrie<(QuestionWord Kind, Concept? Concept)> InQuestions { get; } = new();

    /// <summary>Words with a gap, by what stands before it.</summary>
    internal WordTrie<(string After, Concept Concept)> Gapped { get; } = new();

    /// <summary>Reads terms.yaml from the folder of the guides.</summary>
    public static DomainTerms Load(string directory) => Parse(
        File.ReadAllText(Path.Combine(directory, "terms.yaml")), new CharFolding());

    public static DomainTerms Parse(string yaml, CharFolding folding) => new(
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<TermsFile>(yaml), folding);

    private void AddPlain(IEnumerable<string> words, QuestionWord kind)
    {
        foreach (var word in words)
        {
            InQuestions.Add(Folding.Fold(word), (kind, null));
        }
    }

    private void AddWords(Concept concept, ConceptEntry entry)
    {
        foreach (var word in entry.Words)
        {
            InGuides.Add(Folding.Fold(word), concept);
            InQuestions.Add(Folding.Fold(word), (QuestionWord.Said, concept));
        }

        foreach (var word in entry.Alone)
        {
            InQuestions.Add(Folding.Fold(word), (QuestionWord.Alone, concept));
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
}
