using System.Buffers;

namespace PolicyBot.Knowledge.Search;

/// <summary>What a question is about: concepts of the field, and the pieces of the words that are left.</summary>
/// <param name="Concepts">Each once, in the order of the text.</param>
/// <param name="Rest">Characters, bigrams and words outside of concepts and stop words.</param>
/// <param name="Doubtful">Bigrams with a stop word of one character in them: words only where a guide has them (吉事办).</param>
/// <param name="Definition">It asks what something means.</param>
/// <param name="Elsewhere">It asks for what no guide answers.</param>
/// <param name="Alone">What it asks for if nothing else is said (怎么办).</param>
internal sealed record QuestionTerms(
    IReadOnlyList<Concept> Concepts, IReadOnlyList<Token> Rest, IReadOnlyList<Token> Doubtful, bool Definition, bool Elsewhere,
    Concept? Alone)
{
    public static QuestionTerms None { get; } = new([], [], [], false, false, null);

    public bool Anchored => Concepts.Any(concept => concept.Anchor);
}

/// <summary>Reads questions from left to right, the longest word first.</summary>
internal sealed class QuestionReader(DomainTerms terms)
{
    /// <summary>How many characters a gap may stand for.</summary>
    private const int LongestGap = 3;

    /// <summary>What a gap does not run across, as folded.</summary>
    private static readonly SearchValues<char> Stops = SearchValues.Create(",，.。;；:：!！?？、\n");

    /// <param name="question">What the person typed.</param>
    public QuestionTerms Read(string question)
    {
        var text = terms.Folding.Fold(question);
        var reading = new QuestionReading(text);
        for (var i = 0; i < text.Length;)
        {
            var length = Longest(text.AsSpan(i), reading, out var soft);
            if (length == 0 || soft)
            {
                if (soft)
                {
                    reading.Soft.Add(i);
                }

                i++;
                continue;
            }

            reading.EndRest(i);
            i += length;
            reading.RestStart = i;
        }

        reading.EndRest(text.Length);
        return new QuestionTerms(reading.Concepts, reading.Rest, reading.Doubtful, reading.Definition, reading.Elsewhere, reading.Alone);
    }

    private int Longest(ReadOnlySpan<char> text, QuestionReading reading, out bool soft)
    {
        soft = false;
        reading.Words.Clear();
        terms.InQuestions.Match(text, reading.Words);
        var longest = reading.Words.Count > 0 ? reading.Words[^1].Length : 0;
        var gapped = Gapped(text, reading, out var concept);
        if (gapped > longest)
        {
            reading.Add(concept!);
            return gapped;
        }

        soft = longest == 1 && reading.Words[0].Value.Kind == QuestionWord.Stop;
        foreach (var (length, word) in reading.Words)
        {
            if (length == longest)
            {
                reading.Take(word.Kind, word.Concept);
            }
        }

        AddNested(text[..longest], reading);
        return longest;
    }

    /// <summary>A long word holds shorter ones: 异地就医 in 跨省异地就医, 报销 in 零星报销. Not so with a gap, which may deny them: 没有转诊.</summary>
    private void AddNested(ReadOnlySpan<char> word, QuestionReading reading)
    {
        for (var i = 0; i < word.Length; i++)
        {
            reading.Nested.Clear();
            terms.InQuestions.Match(word[i..], reading.Nested);
            foreach (var (_, nested) in reading.Nested)
            {
                if (nested.Kind == QuestionWord.Said)
                {
                    reading.Add(nested.Concept!);
                }
            }
        }
    }

    private int Gapped(ReadOnlySpan<char> text, QuestionReading reading, out Concept? concept)
    {
        concept = null;
        var best = 0;
        reading.Gaps.Clear();
        terms.Gapped.Match(text, reading.Gaps);
        foreach (var (before, (after, meant)) in reading.Gaps)
        {
            var window = text[before..Math.Min(text.Length, before + LongestGap + after.Length)];
            var at = window.IndexOf(after, StringComparison.Ordinal);
            if (at >= 0 && !window[..at].ContainsAny(Stops) && before + at + after.Length > best)
            {
                best = before + at + after.Length;
                concept = meant;
            }
        }

        return best;
    }
}
