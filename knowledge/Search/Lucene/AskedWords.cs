using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Search;

namespace PolicyBot.Knowledge.Search.Lucene;

/// <summary>What a question is searched by: its concepts, and the words and bigrams outside of concepts and stop words.</summary>
internal sealed class AskedWords
{
    /// <summary>What a match counts beside one in the words of the text.</summary>
    private const float Heading = 0.5f;
    private const float Concept = 3f;

    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> bigrams = new(StringComparer.Ordinal);
    private readonly HashSet<string> concepts = new(StringComparer.Ordinal);

    /// <param name="folded">The text of the question as it was read.</param>
    public AskedWords(string folded, QuestionTerms question, Analyzer analyzer)
    {
        concepts.UnionWith(question.Concepts.Select(concept => Token.Concept(concept.Number).ToString(CultureInfo.InvariantCulture)));
        Keys = [.. question.Concepts.Select(concept => Token.Concept(concept.Number)), .. Rest(question).Select(token => token.Key)];
        foreach (var (start, length) in Stretches(question))
        {
            var stretch = folded.Substring(start, length);
            words.UnionWith(Cut(analyzer, PassageFields.Words.Text, stretch));
            bigrams.UnionWith(Cut(analyzer, PassageFields.Bigrams.Text, stretch));
        }
    }

    /// <summary>The same as tokens of ours, for highlights.</summary>
    public HashSet<ulong> Keys { get; }

    public Query ToQuery()
    {
        var query = new BooleanQuery(disableCoord: true);
        Add(query, words, PassageFields.Words, 1);
        Add(query, bigrams, PassageFields.Bigrams, 1);
        Add(query, concepts, PassageFields.Concepts, Concept);
        return query;
    }

    private static void Add(BooleanQuery query, HashSet<string> terms, (string Text, string Heading) fields, float weight)
    {
        foreach (var (field, boost) in new[] { (fields.Text, weight), (fields.Heading, weight * Heading) })
        {
            var any = AnyOf.The(terms, field);
            any.Boost = boost;
            query.Add(any, Occur.SHOULD);
        }
    }

    private static IEnumerable<Token> Rest(QuestionTerms question) => question.Rest.Concat(question.Doubtful);

    /// <summary>The tokens joined where they touch.</summary>
    private static List<(int Start, int Length)> Stretches(QuestionTerms question)
    {
        var stretches = new List<(int Start, int Length)>();
        foreach (var token in Rest(question).OrderBy(token => token.Start))
        {
            if (stretches is [.., var last] && token.Start <= last.Start + last.Length)
            {
                stretches[^1] = (last.Start, Math.Max(last.Length, token.Start + token.Length - last.Start));
            }
            else
            {
                stretches.Add((token.Start, token.Length));
            }
        }

        return stretches;
    }

    private IEnumerable<string> Cut(Analyzer analyzer, string field, string text)
    {
        var found = new List<string>();
        using var stream = analyzer.GetTokenStream(field, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            found.Add(term.ToString());
        }

        stream.End();

        // A stop word of one character stands in a stretch because it may be part of a word; by itself it says nothing.
        return found.Where(word => word.Length > 1 || Keys.Contains(Token.Character(word[0])) || Keys.Contains(Token.Word(word)));
    }
}
