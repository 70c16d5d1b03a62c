namespace PolicyBot.Knowledge.Search;

/// <summary>The passages that hold a token, in order, and what it adds to the score of each.</summary>
internal sealed class Postings(float rarity, int[] passages, float[] parts)
{
    /// <summary>The fewer passages hold it, the higher (BM25's idf).</summary>
    public float Rarity { get; } = rarity;

    public int[] Passages { get; } = passages;

    public float[] Parts { get; } = parts;

    /// <summary>The most that it adds to any.</summary>
    public float Most { get; } = parts.Max();

    public Stretch Within(int start, int end)
    {
        var at = start == 0 ? 0 : Array.BinarySearch(Passages, start);
        var from = at < 0 ? ~at : at;
        return new Stretch(this, from, Place(end, from, Passages.Length));
    }

    /// <summary>Where the first passage not before <paramref name="passage"/> stands, in steps that double: it is mostly near.</summary>
    public int Place(int passage, int from, int to)
    {
        var (low, high, step) = (from, from, 1);
        while (high < to && Passages[high] < passage)
        {
            low = high + 1;
            high += step;
            step *= 2;
        }

        high = Math.Min(high, to);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Passages[middle] < passage ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
