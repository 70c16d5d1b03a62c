namespace PolicyBot.Knowledge.Text;

/// <summary>A folded text and where each of its characters stood.</summary>
public sealed class FoldedText
{
    private readonly IReadOnlyList<int> _offsets;
    private readonly int _originalLength;

    internal FoldedText(string text, IReadOnlyList<int> offsets, int originalLength)
    {
        Text = text;
        _offsets = offsets;
        _originalLength = originalLength;
    }

    public string Text { get; }

    /// <summary>Where a part of the folded text stands in the original.</summary>
    public (int Start, int Length) InOriginal(int start, int length)
    {
        var from = start < _offsets.Count ? _offsets[start] : _originalLength;
        var to = length == 0 ? from : _offsets[start + length - 1] + 1;
        return (from, to - from);
    }
}
