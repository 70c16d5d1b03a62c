using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Util;

namespace PolicyBot.Knowledge.Search.Lucene;

/// <summary>The fields of a passage. The text and the headings are cut in three ways each.</summary>
internal static class PassageFields
{
    /// <summary>The id of the guide, whole.</summary>
    public const string Guide = "guide";

    public static (string Text, string Heading) Words { get; } = ("text.words", "heading.words");

    public static (string Text, string Heading) Bigrams { get; } = ("text.bigrams", "heading.bigrams");

    /// <summary>Keys of the concepts of the field, with a space between.</summary>
    public static (string Text, string Heading) Concepts { get; } = ("text.concepts", "heading.concepts");

    /// <summary>SmartCn for words, with its own stop words: punctuation.</summary>
    public static Analyzer Analyzer()
    {
        var (bigrams, concepts) = (new BigramAnalyzer(), new WhitespaceAnalyzer(LuceneVersion.LUCENE_48));
        return new PerFieldAnalyzerWrapper(new SmartChineseAnalyzer(LuceneVersion.LUCENE_48), new Dictionary<string, Analyzer>(StringComparer.Ordinal)
        {
            [Bigrams.Text] = bigrams,
            [Bigrams.Heading] = bigrams,
            [Concepts.Text] = concepts,
            [Concepts.Heading] = concepts,
        });
    }
}
