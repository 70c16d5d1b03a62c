namespace PolicyBot.Knowledge.Places;

/// <summary>What the places named in a sentence are for.</summary>
/// <param name="Insured">参保地, if the sentence says so.</param>
/// <param name="Care">就医地, if the sentence says so.</param>
/// <param name="Unassigned">Places whose role the sentence does not tell, in order; the pending question decides.</param>
/// <param name="Negated">Places that are taken back (不是北京): the answer that held one of them is the one to change.</param>
/// <param name="Correction">The sentence corrects something said before (刚才说错了, 不是…，是…).</param>
public sealed record PlaceRoles(
    PlaceMention? Insured,
    PlaceMention? Care,
    IReadOnlyList<PlaceMention> Unassigned,
    IReadOnlyList<PlaceMention> Negated,
    bool Correction)
{
    /// <summary>Every place named.</summary>
    public IEnumerable<PlaceMention> All() => new[] { Insured, Care }.OfType<PlaceMention>().Concat(Unassigned).Concat(Negated);
}
