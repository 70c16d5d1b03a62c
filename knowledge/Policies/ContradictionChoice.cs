namespace PolicyBot.Knowledge.Policies;

/// <summary>
/// The contradictions that a determination meets: those whose sentence of the policy's guide is cited in it. A local policy has
/// its own and those that the general article lists against its guide.
/// </summary>
internal sealed class ContradictionChoice(IReadOnlyList<Policy> policies)
{
    private readonly Dictionary<string, ILookup<Citation, Contradiction>> byPolicy =
        policies.ToDictionary(policy => policy.Id, policy => For(policy, policies), StringComparer.Ordinal);

    public IReadOnlyList<Contradiction> For(Policy policy, IReadOnlyList<Citation> said) =>
        [.. said.SelectMany(cite => byPolicy[policy.Id][cite]).Distinct()];

    /// <summary>For each citation of the policy the contradictions whose sentence it holds, or holds a part of.</summary>
    private static ILookup<Citation, Contradiction> For(Policy policy, IReadOnlyList<Policy> policies) =>
        (from contradiction in policies.SelectMany(other => other.Contradictions)
         where contradiction.There.Guide == policy.Guide.Id
         let own = contradiction.Here.Guide == policy.Guide.Id ? contradiction.Here : contradiction.There
         from cite in PolicyQuotes.Of(policy).Select(quote => quote.Cite).Distinct()
         where Overlap(cite.Quote, own.Quote)
         select (cite, contradiction)).ToLookup(pair => pair.cite, pair => pair.contradiction);

    private static bool Overlap(string some, string other) =>
        some.Contains(other, StringComparison.Ordinal) || other.Contains(some, StringComparison.Ordinal);
}
