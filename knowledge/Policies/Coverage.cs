using System.Text;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Policies;

/// <summary>Which entries of the policies rest on which sentence of a guide, and which sentences no entry quotes.</summary>
public static class Coverage
{
    private const string SentenceEnds = "。！？!?；;\n";

    /// <summary>The sentences of a guide in its order.</summary>
    /// <param name="policies">All policies: one may quote the guide of another, as contradictions do.</param>
    public static IReadOnlyList<CoveredSentence> Of(Guide guide, IEnumerable<Policy> policies)
    {
        var quotes = policies.SelectMany(policy => PolicyQuotes.Of(policy)
                .Where(quote => quote.Cite.Guide == guide.Id)
                .Select(quote => (Entry: policy.Guide == guide ? quote.Entry : $"{policy.Id}:{quote.Entry}", quote.Cite.Section, Words: Fold(quote.Cite.Quote))))
            .Distinct().ToList();
        return [.. guide.Passages.SelectMany(passage => Sentences(passage, quotes))];
    }

    /// <summary>A page in Markdown: a table for each guide, and the figures above it.</summary>
    public static string ToMarkdown(IEnumerable<Guide> guides, IReadOnlyList<Policy> policies)
    {
        var page = new StringBuilder("# 指南的每一句，由哪一条规则承担\n\n“仅原文”：没有规则引用这一句，只在回答问题时原文给出。\n");
        foreach (var guide in guides)
        {
            var sentences = Of(guide, policies);
            page.Append($"\n## {guide.Id}：{guide.Title}\n\n{sentences.Count} 句，其中 {sentences.Count(sentence => sentence.PassageOnly)} 句仅原文。\n\n| 段 | 原文 | 规则 |\n| --- | --- | --- |\n");
            foreach (var sentence in sentences)
            {
                var carriers = sentence.PassageOnly ? "仅原文" : string.Join("<br>", sentence.Entries);
                page.Append($"| {sentence.Passage[(sentence.Passage.IndexOf('#', StringComparison.Ordinal) + 1)..]} | {Cell(sentence.Text)} | {Cell(carriers)} |\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<CoveredSentence> Sentences(Passage passage, IReadOnlyList<(string Entry, string Section, string Words)> quotes)
    {
        var whole = Fold(passage.Text);
        var here = quotes.Where(quote => quote.Section == passage.Section).ToList();
        var end = 0;
        foreach (var sentence in Split(passage))
        {
            var words = Fold(sentence);
            var start = whole.IndexOf(words, end, StringComparison.Ordinal);
            end = start + words.Length;
            yield return new CoveredSentence(
                passage.Id, passage.Section, sentence.Trim(), [.. here.Where(quote => Meets(whole, start, end, words, quote.Words)).Select(quote => quote.Entry).Distinct()]);
        }
    }

    /// <summary>Whether the quotation shares words with the sentence, at any place where the passage has it.</summary>
    private static bool Meets(string passage, int start, int end, string sentence, string quote)
    {
        for (var at = passage.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = passage.IndexOf(quote, at + 1, StringComparison.Ordinal))
        {
            if (at < end && at + quote.Length > start)
            {
                return true;
            }
        }

        // A quotation across several passages of a list or table.
        return quote.Length > passage.Length && quote.Contains(sentence, StringComparison.Ordinal);
    }

    /// <summary>A table row is one statement; elsewhere a sentence ends with its sign.</summary>
    private static IEnumerable<string> Split(Passage passage)
    {
        if (passage.Kind == PassageKind.TableRow && !passage.Text.Contains('\n', StringComparison.Ordinal))
        {
            yield return passage.Text;
            yield break;
        }

        var from = 0;
        for (var i = 0; i < passage.Text.Length; i++)
        {
            var last = i == passage.Text.Length - 1;
            if (last || (SentenceEnds.Contains(passage.Text[i], StringComparison.Ordinal) && !SentenceEnds.Contains(passage.Text[i + 1], StringComparison.Ordinal)))
            {
                if (Fold(passage.Text[from..(i + 1)]).Length > 0)
                {
                    yield return passage.Text[from..(i + 1)];
                }

                from = i + 1;
            }
        }
    }

    private static string Fold(string text) => FoldedText.Of(text).Folded;

    private static string Cell(string text) => text.Replace("\n", " ", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}

/// <param name="Passage">Id of the passage that the sentence stands in.</param>
/// <param name="Entries">Entries that quote it, such as <c>tiers/second</c>; of another policy with its id in front.</param>
public sealed record CoveredSentence(string Passage, string Section, string Text, IReadOnlyList<string> Entries)
{
    /// <summary>No entry quotes it: only the passage itself carries it, in answers.</summary>
    public bool PassageOnly => Entries.Count == 0;
}
