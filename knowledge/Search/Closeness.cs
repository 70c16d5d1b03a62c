namespace PolicyBot.Knowledge.Search;

/// <summary>
/// How much of a question stands close together in a passage: the rarities of its characters and Latin words that one short stretch
/// holds, each once, at the best place of the text. What the headings hold counts at every place. Made once, used for one question
/// after the other by one search at a time.
/// </summary>
internal sealed class Closeness(CharFolding folding)
{
    /// <summary>Characters; about a sentence. Between 30 and 60 it makes no difference.</summary>
    private const int Width = 40;

    /// <summary>The rarity of what three of five passages hold: it costs time at every sentence and tells nearly nothing.</summary>
    private const float Common = 0.5f;

    /// <summary>In <see cref="pieces"/>: a word of the question may begin with this character.</summary>
    private const short WordStart = -1;

    /// <summary>For each character as it is written, the piece of the question that it is; 0 if it is none.</summary>
    private readonly short[] pieces = new short[char.MaxValue + 1];
    private readonly List<char> marked = [];
    private readonly Dictionary<ulong, short> words = [];

    /// <summary>By piece; the one at 0 is none.</summary>
    private float[] rarities = [];
    private int count;
    private int[] present = [];
    private (int At, short Piece)[] found = new (int, short)[256];

    /// <param name="tokens">Of the question, folded.</param>
    /// <param name="rarity">Of a token in the index; 0 if it has none such.</param>
    public void Ask(string question, List<Token> tokens, Func<ulong, float> rarity)
    {
        Forget();
        if (rarities.Length <= tokens.Count)
        {
            (rarities, present) = (new float[2 * tokens.Count + 1], new int[2 * tokens.Count + 1]);
        }

        foreach (var token in tokens)
        {
            if (token.Kind is TokenKind.Character or TokenKind.Word && pieces[question[token.Start]] <= 0
                && count < short.MaxValue && rarity(token.Key) is > Common and var rare)
            {
                var piece = (short)(count + 1);
                if (token.Kind == TokenKind.Character)
                {
                    Mark(question[token.Start], piece);
                }
                else if (words.TryAdd(token.Key, piece))
                {
                    Mark(question[token.Start], WordStart);
                }
                else
                {
                    continue;
                }

                rarities[piece] = rare;
                count++;
            }
        }
    }

    public float Of(string headings, string text)
    {
        var (present, rarities) = (this.present, this.rarities);
        Array.Clear(present, 0, count + 1);
        var sum = 0f;
        foreach (var (_, piece) in Pieces(headings))
        {
            sum += present[piece]++ == 0 ? rarities[piece] : 0;
        }

        var (best, left) = (sum, 0);
        var inText = Pieces(text);
        for (var right = 0; right < inText.Length; right++)
        {
            var (at, piece) = inText[right];
            for (; inText[left].At <= at - Width; left++)
            {
                var passed = inText[left].Piece;
                sum -= --present[passed] == 0 ? rarities[passed] : 0;
            }

            sum += present[piece]++ == 0 ? rarities[piece] : 0;
            best = Math.Max(best, sum);
        }

        return best;
    }

    /// <summary>The pieces of the question in a text, in order; valid until the next call.</summary>
    private ReadOnlySpan<(int At, short Piece)> Pieces(string text)
    {
        if (this.found.Length < text.Length)
        {
            this.found = new (int, short)[text.Length];
        }

        var (pieces, found) = (this.pieces, this.found);
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var piece = pieces[text[i]];
            if (piece == 0)
            {
                continue;
            }

            var at = i;
            if (piece == WordStart)
            {
                (piece, i) = Word(text, i);
            }

            if (piece > 0)
            {
                found[count++] = (at, piece);
            }
        }

        return found.AsSpan(0, count);
    }

    /// <summary>The piece that the word at a place is, and where the word ends.</summary>
    private (short Piece, int Last) Word(string text, int start)
    {
        if (start > 0 && IsLatin(text[start - 1]))
        {
            return (0, start);
        }

        var end = start + 1;
        while (end < text.Length && IsLatin(text[end]))
        {
            end++;
        }

        return (words.GetValueOrDefault(Token.Word(folding.Fold(text[start..end]))), end - 1);
    }

    private bool IsLatin(char c) => char.IsAsciiLetterOrDigit(folding.Fold(c));

    private void Mark(char folded, short piece)
    {
        pieces[folded] = piece;
        marked.Add(folded);
        foreach (var c in folding.AlsoWritten(folded))
        {
            pieces[c] = piece;
            marked.Add(c);
        }
    }

    private void Forget()
    {
        foreach (var c in marked)
        {
            pieces[c] = 0;
        }

        marked.Clear();
        words.Clear();
        count = 0;
    }
}
