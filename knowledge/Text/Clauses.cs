namespace PolicyBot.Knowledge.Text;

/// <summary>The clauses of a folded text: what stands between two marks of punctuation.</summary>
public sealed class Clauses
{
    private readonly List<int> _ends = [];

    public Clauses(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBoundary(text[i]) && !IsInNumber(text, i))
                _ends.Add(i);
        }
        if (_ends.Count == 0 || _ends[^1] != text.Length - 1)
            _ends.Add(text.Length);
    }

    public int Count => _ends.Count;

    /// <summary>Number of the clause that holds a position; the mark that ends a clause belongs to it.</summary>
    public int At(int position)
    {
        var found = _ends.BinarySearch(position);
        return Math.Min(found < 0 ? ~found : found, _ends.Count - 1);
    }

    public static bool IsBoundary(char c) => c is ',' or '.' or ';' or '!' or '?' or ':' or '…' or '\n';

    private static bool IsInNumber(string text, int i) =>
        text[i] is '.' or ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
}
