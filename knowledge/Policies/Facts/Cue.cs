namespace PolicyBot.Knowledge.Policies.Facts;

/// <summary>What a phrase of the word lists says.</summary>
/// <param name="Group">Name of the fact or of the marker; only within a group does a longer phrase hide a shorter one.</param>
/// <param name="Value">Value of the fact; null where the fact is left open.</param>
/// <param name="IsHidden">Whether the phrase is there only to hide the shorter ones within it.</param>
/// <param name="IsTerm">Whether it is the name of a case, as used when asking in general (转诊要什么材料).</param>
/// <param name="IsWeak">Whether it gives way to any other value of the fact.</param>
internal sealed record Cue(string Group, string? Value = null, bool IsHidden = false, bool IsTerm = false, bool IsWeak = false);

/// <summary>A cue where it stands in the folded text.</summary>
internal sealed record Sighting(Cue Cue, int Start, int Length)
{
    public int End => Start + Length;

    public bool Asked { get; init; }

    public bool Denied { get; init; }
}
