using PolicyBot.Knowledge.Places;

namespace PolicyBot.Knowledge.Policies;

/// <summary>The policy that speaks for an insured place, or the fact that is needed to tell, or neither.</summary>
internal readonly record struct PolicySelection(Policy? Policy, string? Ask)
{
    public static PolicySelection For(IReadOnlyList<Policy> policies, PlaceCatalog places, string? scheme, Place? insured)
    {
        var candidates = policies.Where(policy => scheme is null || policy.Scheme == scheme).ToList();
        if (candidates.Count == 0)
        {
            return new(null, null);
        }

        if (insured is null)
        {
            return new(null, FactNames.InsuredPlace);
        }

        var covering = candidates.Where(policy => policy.Insured.Any(code => places.IsWithin(insured.Code, code))).ToList();
        if (covering.Count == 0)
        {
            var partly = candidates.Exists(policy => policy.Insured.Any(code => places.IsWithin(code, insured.Code)));
            return new(null, partly ? FactNames.InsuredPlace : null);
        }

        return covering.Select(policy => policy.Scheme).Distinct(StringComparer.Ordinal).Skip(1).Any()
            ? new(null, FactNames.Scheme)
            : new(covering[0], null);
    }
}
