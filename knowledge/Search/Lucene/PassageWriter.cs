using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Search.Lucene;

/// <summary>Writes passages into an index in memory.</summary>
internal sealed class PassageWriter(DomainTerms terms, Analyzer analyzer)
{
    private readonly Tokenizer tokenizer = new(terms);
    private readonly List<Token> tokens = [];

    /// <summary>A document for each passage, numbered as the passages are.</summary>
    public RAMDirectory Write(IEnumerable<Passage> passages)
    {
        var directory = new RAMDirectory();
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            Similarity = new BM25Similarity(),

            // The default merges segments in any order; this one merges neighbours, so that the numbers stay.
            MergePolicy = new LogDocMergePolicy(),
        });
        foreach (var passage in passages)
        {
            writer.AddDocument(
            [
                new StringField(PassageFields.Guide, passage.Guide, Field.Store.NO),
                .. Cut(passage.Text, PassageFields.Words.Text, PassageFields.Bigrams.Text, PassageFields.Concepts.Text),
                .. Cut(passage.Section, PassageFields.Words.Heading, PassageFields.Bigrams.Heading, PassageFields.Concepts.Heading),
            ]);
        }

        writer.ForceMerge(1);
        return directory;
    }

    private IEnumerable<Field> Cut(string text, string words, string bigrams, string concepts)
    {
        var folded = terms.Folding.Fold(text);
        tokens.Clear();
        tokenizer.CutGuide(text, tokens);
        var keys = tokens.Where(token => token.Kind == TokenKind.Concept).Select(token => token.Key.ToString(CultureInfo.InvariantCulture));
        return
        [
            new TextField(words, folded, Field.Store.NO),
            new TextField(bigrams, folded, Field.Store.NO),
            new TextField(concepts, string.Join(' ', keys), Field.Store.NO),
        ];
    }
}
