namespace PolicyBot.Knowledge.Search;

/// <summary>Cuts folded text into characters, bigrams, Latin words and numbers; guides' text into concepts besides.</summary>
internal sealed class Tokenizer(DomainTerms terms)
{
    private const char FirstIdeograph = '\u2e80';

    /// <summary>Characters, bigrams and words; nothing runs across a sign of punctuation.</summary>
    public static void Cut(ReadOnlySpan<char> text, int offset, List<Token> tokens)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsIdeograph(text[i]))
            {
                tokens.Add(new Token(Token.Character(text[i]), offset + i, 1));
                if (i + 1 < text.Length && IsIdeograph(text[i + 1]))
                {
                    tokens.Add(new Token(Token.Bigram(text[i], text[i + 1]), offset + i, 2));
                }
            }
            else if (char.IsAsciiLetterOrDigit(text[i]))
            {
                var end = i + 1;
                while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                {
                    end++;
                }

                tokens.Add(new Token(Token.Word(text[i..end]), offset + i, end - i));
                i = end - 1;
            }
        }
    }

    /// <summary>Everything in a text of a guide.</summary>
    public void CutGuide(string text, List<Token> tokens)
    {
        var folded = terms.Folding.Fold(text);
        Cut(folded, 0, tokens);
        var found = new List<(int Length, Concept Concept)>();
        for (var i = 0; i < folded.Length; i++)
        {
            found.Clear();
            terms.InGuides.Match(folded.AsSpan(i), found);
            foreach (var (length, concept) in found)
            {
                tokens.Add(new Token(Token.Concept(concept.Number), i, length));
            }
        }
    }

    private static bool IsIdeograph(char c) => c >= FirstIdeograph && char.IsLetter(c);
}
