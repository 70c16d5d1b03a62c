namespace PolicyBot.Knowledge.Places;

/// <summary>A mention in positions of the folded text.</summary>
internal readonly record struct FoundPlace(int Start, int End, Place[] Candidates)
{
    public PlaceMention ToMention(string text, FoldedText folded)
    {
        var start = folded.OriginOf(Start);
        var length = folded.OriginOf(End - 1) + 1 - start;
        return new PlaceMention(start, length, text.Substring(start, length), Candidates);
    }
}
