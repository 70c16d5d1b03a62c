using PolicyBot.Knowledge.Places;

namespace PolicyBot.Knowledge.Policies;

/// <summary>The policy that speaks for an insured place, or the fact that is needed to tell, or neither.</summary>
/// <param name="Candidates">The local policies that are still possible; their contacts can be given while a fact is missing.</param>
internal readonly record struct PolicySelection(Policy? Policy, string? Ask, IReadOnlyList<Policy> Candidates)
{
    /// <remarks>
    /// The finest local policy that covers the place decides. Where a scheme is not known and two schemes come into question it is
    /// asked for; what else was said (在工地受的伤 …) is no proof of it. A general policy is used only where no local one comes
    /// into question.
    /// </remarks>
    public static PolicySelection For(IReadOnlyList<Policy> policies, PlaceCatalog places, string? scheme, Place? insured)
    {
        var ofScheme = policies.Where(policy => scheme is null || policy.Scheme == scheme).ToList();
        if (ofScheme.Count == 0)
        {
            return new(null, null, []);
        }

        if (insured is null)
        {
            return new(null, FactNames.InsuredPlace, []);
        }

        var covering = ofScheme.Where(policy => !policy.General && Covers(policy)).OrderByDescending(Finest).ToList();
        var partly = ofScheme.Where(policy => !policy.General && !Covers(policy) && policy.Insured.Any(code => places.IsWithin(code, insured.Code))).ToList();
        List<Policy> candidates = [.. covering, .. partly];
        if (candidates.Select(policy => policy.Scheme).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            return new(null, FactNames.Scheme, candidates);
        }

        return covering.Count > 0 ? new(covering[0], null, candidates)
            : partly.Count > 0 ? new(null, FactNames.InsuredPlace, candidates)
            : new(ofScheme.Find(policy => policy.General && Covers(policy)), null, candidates);

        bool Covers(Policy policy) => policy.Insured.Any(code => places.IsWithin(insured.Code, code));

        PlaceLevel Finest(Policy policy) => policy.Insured.Where(code => places.IsWithin(insured.Code, code)).Max(code => places.Find(code)!.Level);
    }
}
