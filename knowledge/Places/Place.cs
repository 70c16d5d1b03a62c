namespace PolicyBot.Knowledge.Places;

/// <summary>One administrative division: its six-character code, its name, and the code of the division above it.</summary>
public sealed record Place(string Code, string Name, string? Parent)
{
    /// <summary>Follows from the code: xx0000 is a province, xxyy00 a prefecture, everything else a county.</summary>
    public PlaceLevel Level => Code.EndsWith("0000", StringComparison.Ordinal) ? PlaceLevel.Province
        : Code.EndsWith("00", StringComparison.Ordinal) ? PlaceLevel.Prefecture
        : PlaceLevel.County;

    /// <summary>Development zones and the like: in the statistical codes (xxyy71 to xxyy79), not in GB/T 2260.</summary>
    internal bool IsFunctionalZone => Code[4] == '7' && Code[5] != '0';
}
