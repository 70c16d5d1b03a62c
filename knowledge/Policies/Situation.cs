using System.Collections.Immutable;

namespace PolicyBot.Knowledge.Policies;

/// <summary>What is known of a person's situation. What is left out is unknown.</summary>
public sealed record Situation
{
    /// <summary>Scheme (险种): <c>medical</c> or <c>work-injury</c>.</summary>
    public string? Scheme { get; init; }

    /// <summary>Insured place (参保地), a GB/T 2260 code at the finest level known.</summary>
    public string? InsuredPlace { get; init; }

    /// <summary>Care place (就医地), a GB/T 2260 code at the finest level known.</summary>
    public string? CarePlace { get; init; }

    /// <summary>Facts with a small domain by name, such as <c>reason</c> → <c>referral</c>; see <see cref="FactNames"/>.</summary>
    public ImmutableSortedDictionary<string, string> Facts { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Share that the fund pays at home, 0 to 1.</summary>
    public decimal? LocalShare { get; init; }

    /// <summary>Eligible cost in yuan.</summary>
    public decimal? EligibleCost { get; init; }

    /// <summary>The day for which the determination is made.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The same situation with one more fact known, or one forgotten (<paramref name="value"/> null).</summary>
    public Situation With(string fact, string? value) => fact switch
    {
        FactNames.Scheme => this with { Scheme = value },
        FactNames.InsuredPlace => this with { InsuredPlace = value },
        FactNames.CarePlace => this with { CarePlace = value },
        _ => this with { Facts = value is null ? Facts.Remove(fact) : Facts.SetItem(fact, value) },
    };
}
