using System.Text;

namespace PolicyBot.Knowledge.Guides;

/// <summary>A text without white space and with full width folded to half width, and the way back to the original.</summary>
internal sealed class FoldedText
{
    private readonly int[] origin;

    private FoldedText(string original, string folded, int[] origin)
    {
        Original = original;
        Folded = folded;
        this.origin = origin;
    }

    public string Original { get; }

    public string Folded { get; }

    public static FoldedText Of(string original) => Of(original, [0], [original.Length]);

    /// <summary>Folds only the pieces of a text that lie between the given offsets, so that joiners drop out.</summary>
    public static FoldedText Of(string original, IReadOnlyList<int> starts, IReadOnlyList<int> ends)
    {
        var folded = new StringBuilder(original.Length);
        var offsets = new List<int>(original.Length);
        for (var piece = 0; piece < starts.Count; piece++)
        {
            for (var i = starts[piece]; i < ends[piece]; i++)
            {
                if (!char.IsWhiteSpace(original[i]))
                {
                    folded.Append(Width.Fold(original[i]));
                    offsets.Add(i);
                }
            }
        }

        return new FoldedText(original, folded.ToString(), [.. offsets]);
    }

    /// <summary>The original words that fold to <paramref name="folded"/>, or null.</summary>
    public string? Find(string folded)
    {
        var at = Folded.IndexOf(folded, StringComparison.Ordinal);
        return at < 0 ? null : Original[origin[at]..(origin[at + folded.Length - 1] + 1)];
    }
}
