namespace PolicyBot.Knowledge.Places;

/// <summary>The part of the text beside a place that still speaks about it.</summary>
internal static class Clause
{
    private const string Breaks = ",，.。;；!！?？、\n\r";

    public static ReadOnlySpan<char> Before(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny(Breaks) + 1)..];

    public static ReadOnlySpan<char> After(ReadOnlySpan<char> text) => text.IndexOfAny(Breaks) is >= 0 and var end ? text[..end] : text;

    /// <summary>去不去, 是不是, 能不能, 对不对 ask and deny nothing.</summary>
    public static bool IsQuestion(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length && text[at] is '不' or '没' && text[at - 1] == text[at + 1];
}
