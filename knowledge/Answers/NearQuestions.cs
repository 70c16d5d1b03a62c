using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Search;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Knowledge.Answers;

/// <summary>A question that a guide answers, offered where another was not answered.</summary>
public sealed record NearQuestion(string Guide, string Section, string Text);

/// <summary>Questions that the guides answer: knowledge/guides/questions.yaml, and one for each heading of a guide without any there.</summary>
public sealed class NearQuestions
{
    private readonly ILookup<string, (NearQuestion Question, QuestionTerms Terms)> byGuide;

    private NearQuestions(IEnumerable<NearQuestion> questions, DomainTerms terms)
    {
        var reader = new QuestionReader(terms);
        byGuide = questions.Select(question => (question, reader.Read(question.Text))).ToLookup(entry => entry.question.Guide);
    }

    public IEnumerable<NearQuestion> All => byGuide.SelectMany(entries => entries).Select(entry => entry.Question);

    public static NearQuestions Load(string directory, GuideLibrary library, DomainTerms terms) =>
        Parse(File.ReadAllText(Path.Combine(directory, "questions.yaml")), library, terms);

    public static NearQuestions Parse(string yaml, GuideLibrary library, DomainTerms terms)
    {
        var written = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<Dictionary<string, List<Entry>>>(yaml) ?? [];
        return new(
            library.Guides.SelectMany(guide => written.TryGetValue(guide.Id, out var entries)
                ? entries.Select(entry => new NearQuestion(guide.Id, entry.Section, entry.Q))
                : FromHeadings(guide)),
            terms);
    }

    /// <summary>Those that share most concepts with the question, then in the order of the file.</summary>
    internal IReadOnlyList<string> Near(QuestionTerms question, IEnumerable<Guide> guides, int top) =>
        [.. guides.SelectMany(guide => byGuide[guide.Id])
            .OrderByDescending(entry => entry.Terms.Concepts.Count(concept => !concept.Topic && question.Concepts.Contains(concept)))
            .Select(entry => entry.Question.Text).Distinct(StringComparer.Ordinal).Take(top)];

    internal static IEnumerable<NearQuestion> FromHeadings(Guide guide) =>
        guide.Passages.Where(passage => passage is { Section.Length: > 0, FormField: false })
            .Select(passage => passage.Section).Distinct(StringComparer.Ordinal)
            .Select(section => new NearQuestion(guide.Id, section, Plain(Sections.Split(section)[^1])));

    /// <summary>Without the number: 一、 （二） 3.</summary>
    private static string Plain(string heading) =>
        heading.TrimStart('一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '（', '）', '(', ')', '、', '.', '．',
            '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ');

    private sealed class Entry
    {
        public string Q { get; set; } = "";

        public string Section { get; set; } = "";
    }
}
