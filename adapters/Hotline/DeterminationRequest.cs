using System.Collections.Immutable;
using System.ComponentModel;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.Hotline;

/// <summary>The body of <c>POST /api/v1/determinations</c>. What is left out is unknown.</summary>
public sealed record DeterminationRequest
{
    [Description("Scheme 险种: medical or work-injury")]
    public string? Scheme { get; init; }

    [Description("Insured place 参保地, GB/T 2260 code at the finest level known")]
    public string? InsuredPlace { get; init; }

    [Description("Care place 就医地, GB/T 2260 code at the finest level known")]
    public string? CarePlace { get; init; }

    [Description("retired-resettlement, long-term-residence, posted-work, student, referral, emergency or other-temporary")]
    public string? Reason { get; init; }

    [Description("inpatient, outpatient, pharmacy, chronic-outpatient or maternity")]
    public string? CareKind { get; init; }

    [Description("before-care, in-hospital or settled")]
    public string? Stage { get; init; }

    [Description("Whether a filing has been made")]
    public bool? Filed { get; init; }

    [Description("treatment, rehabilitation or assistive-device")]
    public string? Service { get; init; }

    [Description("self or agent")]
    public string? Applicant { get; init; }

    [Description("registered or permit")]
    public string? Residence { get; init; }

    [Description("Share that the fund pays at home, 0 to 1")]
    public decimal? LocalShare { get; init; }

    [Description("Eligible cost in yuan")]
    public decimal? EligibleCost { get; init; }

    [Description("The day for which to determine; today in China when left out")]
    public DateOnly? AsOf { get; init; }

    [Description("Facts that only one policy knows, by name")]
    public IReadOnlyDictionary<string, string>? Facts { get; init; }

    /// <summary>The situation, once <see cref="RequestRules"/> has found nothing wrong.</summary>
    public Situation ToSituation(DateOnly today) => new()
    {
        Scheme = Scheme,
        InsuredPlace = InsuredPlace,
        CarePlace = CarePlace,
        Facts = StatedFacts().ToImmutableSortedDictionary(StringComparer.Ordinal),
        LocalShare = LocalShare,
        EligibleCost = EligibleCost,
        AsOf = AsOf ?? today,
    };

    /// <summary>The facts that are known, by the name of the contract; a named field goes before an entry of <see cref="Facts"/>.</summary>
    public IEnumerable<KeyValuePair<string, string>> StatedFacts()
    {
        (string Name, string? Value)[] named =
        [
            (FactNames.Reason, Reason), (FactNames.CareKind, CareKind), (FactNames.Stage, Stage),
            (FactNames.Filed, Filed switch { null => null, true => "true", false => "false" }),
            (FactNames.Service, Service), (FactNames.Applicant, Applicant), (FactNames.Residence, Residence),
        ];
        var stated = named.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Name, fact => fact.Value!, StringComparer.Ordinal);
        foreach (var (name, value) in Facts ?? ImmutableDictionary<string, string>.Empty)
        {
            stated.TryAdd(name, value);
        }

        return stated;
    }
}
