namespace PolicyBot.Knowledge.Search;

/// <summary>A piece of text that can be looked up, and where it stands.</summary>
/// <param name="Key">What it is; equal pieces have equal keys.</param>
internal readonly record struct Token(ulong Key, int Start, int Length)
{
    private const int KindShift = 40;

    public TokenKind Kind => KindOf(Key);

    public static TokenKind KindOf(ulong key) => (TokenKind)(key >> KindShift);

    public static ulong Character(char c) => (ulong)TokenKind.Character << KindShift | c;

    public static ulong Bigram(char first, char second) => (ulong)TokenKind.Bigram << KindShift | (ulong)first << 16 | second;

    public static ulong Concept(int number) => (ulong)TokenKind.Concept << KindShift | (uint)number;

    /// <summary>A Latin word or a number. 40 bits of FNV-1a: words that a guide holds do not meet by chance.</summary>
    public static ulong Word(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return (ulong)TokenKind.Word << KindShift | (hash ^ hash >> KindShift) & (1UL << KindShift) - 1;
    }
}

internal enum TokenKind
{
    Character = 1,
    Bigram,
    Word,
    Concept,
}
