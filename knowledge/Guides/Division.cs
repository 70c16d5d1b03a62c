namespace PolicyBot.Knowledge.Guides;

/// <summary>Containment of administrative divisions by their GB/T 2260 codes alone: 22 00 00 ⊃ 22 02 00 ⊃ 22 02 81; 00 00 00 is everywhere.</summary>
public static class Division
{
    /// <summary>Whether <paramref name="place"/> is <paramref name="area"/> or lies within it.</summary>
    public static bool LiesWithin(string place, string area)
    {
        var significant = area.Length;
        while (significant > 0 && area.AsSpan(significant - 2, 2) is "00")
        {
            significant -= 2;
        }

        return place.AsSpan().StartsWith(area.AsSpan(0, significant), StringComparison.Ordinal);
    }
}
