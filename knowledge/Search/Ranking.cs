using System.Numerics;

namespace PolicyBot.Knowledge.Search;

/// <summary>The best passages, best first; of equal scores the one that stands first in the guides.</summary>
internal sealed class Ranking(int top)
{
    private readonly (float Score, int Passage)[] best = new (float, int)[top];
    private int count;

    public ReadOnlySpan<(float Score, int Passage)> Found => best.AsSpan(0, count);

    /// <summary>What a passage must reach to stand among the best; above 0, which is no hit.</summary>
    public float Least => count < top ? float.Epsilon : best[top - 1].Score;

    public void Clear() => count = 0;

    /// <summary>Looks at all passages of a stretch.</summary>
    public void Add(float[] scores, int start, int end)
    {
        for (var i = NotBelow(Least, scores, start, end); i < end; i = NotBelow(Least, scores, i + 1, end))
        {
            Add(scores[i], i);
        }
    }

    public void Add(float score, int passage)
    {
        if (score < Least || count == top && !Before((score, passage), best[top - 1]))
        {
            return;
        }

        var at = count < top ? count++ : top - 1;
        for (; at > 0 && Before((score, passage), best[at - 1]); at--)
        {
            best[at] = best[at - 1];
        }

        best[at] = (score, passage);
    }

    /// <summary>The next passage that has at least this score; <paramref name="end"/> if none.</summary>
    public static int NotBelow(float least, float[] scores, int from, int end)
    {
        var wanted = new Vector<float>(least);
        for (; from <= end - Vector<float>.Count && Vector.LessThanAll(new Vector<float>(scores, from), wanted);)
        {
            from += Vector<float>.Count;
        }

        while (from < end && scores[from] < least)
        {
            from++;
        }

        return from;
    }

    private static bool Before((float Score, int Passage) x, (float Score, int Passage) y) =>
        x.Score > y.Score || x.Score == y.Score && x.Passage < y.Passage;
}
