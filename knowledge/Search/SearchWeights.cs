namespace PolicyBot.Knowledge.Search;

/// <summary>The settings of the ranking, in one place to be tuned.</summary>
internal sealed record SearchWeights
{
    public static SearchWeights Default { get; } = new();

    /// <summary>How soon more occurrences stop to matter (BM25's k1).</summary>
    public float Saturation { get; init; } = 1.2f;

    /// <summary>How much longer texts are held back (BM25's b), text and headings.</summary>
    public float TextLength { get; init; } = 0.75f;

    public float HeadingLength { get; init; } = 0.3f;

    /// <summary>What an occurrence in the headings counts, beside 1 in the text.</summary>
    public float Heading { get; init; } = 1.5f;

    public float Character { get; init; } = 0.25f;

    public float Bigram { get; init; } = 1f;

    public float Word { get; init; } = 1f;

    public float Concept { get; init; } = 2f;

    /// <summary>What it counts that the words stand close together; any value from 1 to 3 does much the same.</summary>
    public float Closeness { get; init; } = 2f;

    /// <summary>How many of the best passages are looked at for that; more do hardly better and cost time.</summary>
    public int Reranked { get; init; } = 12;

    public float Of(TokenKind kind) => kind switch
    {
        TokenKind.Character => Character,
        TokenKind.Bigram => Bigram,
        TokenKind.Word => Word,
        _ => Concept,
    };
}
