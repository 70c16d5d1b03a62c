using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>One question of a message.</summary>
/// <param name="Doubtful">Concepts that single words mean (养老: 异地安置) but the facts of the text do not (跟女儿过去养老).</param>
internal sealed record QuestionPart(string Text, QuestionTerms Terms, IReadOnlyList<Concept> Doubtful);

/// <summary>Reads the questions of a message; what one of them leaves out ("多久能批？") is what the one before was about.</summary>
internal sealed class QuestionParts(DomainTerms terms, IFactReader facts)
{
    private readonly QuestionReader reader = new(terms);

    public List<QuestionPart> Read(string message)
    {
        var parts = new List<QuestionPart>();
        foreach (var (start, length) in QuestionMarks.Split(message))
        {
            var text = message.Substring(start, length);
            var stated = facts.Read(text).ToLookup(mention => mention.Fact, mention => mention.Value, StringComparer.Ordinal);
            var read = WithFacts(reader.Read(text), stated);
            if (read.Concepts.Count > 0 && read.Concepts.All(concept => concept.Facet) && parts is [.., var before])
            {
                text = before.Text + text;
                read = read with { Concepts = [.. before.Terms.Concepts.Where(concept => !concept.Facet), .. read.Concepts] };
            }
            else if (parts.Count == 0 && !read.Anchored && WithMatter(text, read) is { } whole)
            {
                read = whole;
                text = string.Join(' ', whole.Concepts.Select(concept => concept.Word).Prepend(text));
            }

            if (read.Concepts.Count > 0 || read.Rest.Count > 0)
            {
                parts.Add(new QuestionPart(
                    text, read, [.. read.Concepts.Where(concept => concept.Fact is var (fact, value) && stated.Contains(fact) && !stated[fact].Contains(value))]));
            }
        }

        return parts;
    }

    /// <summary>
    /// 需要什么材料, 怎么办: nothing but what kind of thing is asked for. To us, that is about a filing. 我在吴江参保，要什么材料 is
    /// such a question too, 参保要什么材料 is not.
    /// </summary>
    private QuestionTerms? WithMatter(string text, QuestionTerms read)
    {
        var clauses = text.Split('，', ',', '。', '！', '!', '；', ';', '\n').Select(reader.Read).ToList();
        var asked = read.Alone is { } alone && clauses.TrueForAll(IsOfPerson) ? [alone] : read.Concepts.Where(concept => concept.Facet).ToList();
        return asked.Count > 0 && clauses.TrueForAll(clause => IsBare(clause) || IsOfPerson(clause))
            ? read with { Concepts = [terms.Matter, .. asked] }
            : null;
    }

    /// <summary>
    /// 户口迁到儿子那边了 means 异地安置. A story alone makes no question ours. Who went without a filing (后来才听说要先备案) does not ask
    /// whether one is needed.
    /// </summary>
    private QuestionTerms WithFacts(QuestionTerms read, ILookup<string, string> stated) => !read.Anchored ? read : read with
    {
        Concepts = [.. read.Concepts.Where(concept => !concept.Exempts || !stated[FactNames.Filed].Contains("false"))
            .Union(terms.Concepts.Where(concept => concept.Fact is var (fact, value) && stated[fact].Contains(value)))],
    };

    private static bool IsBare(QuestionTerms clause) =>
        clause.Rest.Count == 0 && !clause.Definition && !clause.Elsewhere && clause.Concepts.All(concept => concept.Facet);

    /// <summary>Says at the most that someone is insured, the place taken out.</summary>
    private static bool IsOfPerson(QuestionTerms clause) =>
        clause.Rest.Count == 0 && !clause.Definition && !clause.Elsewhere && clause.Concepts.All(concept => concept is { Topic: true, Anchor: false });
}
