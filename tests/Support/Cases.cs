using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Support;

/// <summary>Situations written on one line: <c>reason=referral stage=settled filed=false</c>.</summary>
internal static class Cases
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static Situation Situation(string? scheme, string? insured, string? care, string facts = "") =>
        facts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(fact => fact.Split('=')).Aggregate(
            new Situation { Scheme = scheme, InsuredPlace = insured, CarePlace = care, AsOf = Today },
            (situation, fact) => situation.With(fact[0], fact[1]));

    public static Determination Determine(string? scheme, string? insured, string? care, string facts = "") =>
        RealKnowledge.Determiner.Determine(Situation(scheme, insured, care, facts));
}
