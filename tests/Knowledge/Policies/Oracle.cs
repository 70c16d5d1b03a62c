using System.Collections.Immutable;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>One point of the fact space, in the words of the public contract.</summary>
internal sealed record OracleCase(
    string InsuredPlace, string CarePlace, string Reason, string CareKind, string Stage, bool Filed)
{
    public string Scheme { get; init; } = "medical";

    /// <summary>Facts that only one guide asks for, by name.</summary>
    public ImmutableSortedDictionary<string, string> More { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public bool Is(string fact, string value) => More[fact] == value;

    public override string ToString() =>
        $"{InsuredPlace} → {CarePlace} {Reason} {CareKind} {Stage} {(Filed ? "filed" : "unfiled")} {string.Join(' ', More.Select(f => $"{f.Key}={f.Value}"))}";
}

/// <summary>What a second reader takes from a guide for one case; nothing here comes from a policy file.</summary>
internal sealed record OracleAnswer(Outcome Outcome, OracleTier Tier)
{
    /// <summary>Null where the guide names no filing type for the case.</summary>
    public string? FilingType { get; init; }

    /// <summary>All are needed; any name within one will do. Empty where the guide names none.</summary>
    public IReadOnlyList<OracleDocument> Documents { get; init; } = [];

    /// <summary>Null where the guide gives none.</summary>
    public OracleValidity? Validity { get; init; }

    /// <summary>Working days, or null where the guide gives none.</summary>
    public int? ReviewDays { get; init; }

    /// <summary>What else a second reader looked at; null where nobody has read the guide for it.</summary>
    public OracleWays? Ways { get; init; }
}

/// <param name="LabelHas">Words of the guide that the label must hold, where it gives the tier a name.</param>
internal sealed record OracleTier(TierFormula Formula, decimal? Value = null, string? LabelHas = null)
{
    public static OracleTier Unstated { get; } = new(TierFormula.Unstated);
}

/// <param name="ByPerson">False where the guide says that the person need not bring it.</param>
internal sealed record OracleDocument(bool ByPerson, params string[] AnyOf)
{
    /// <summary>Words of the guide that explain the document, wherever a person reads them: in the name or in the note.</summary>
    public string Explained { get; init; } = "";
}

/// <param name="Years">Calendar years; null where it holds as long as the proof.</param>
/// <param name="Months">Calendar months; where it holds until something happens, <paramref name="Says"/> has the guide's words.</param>
internal sealed record OracleValidity(int? Years, bool AsLongAsProof, int? Months = null, string Says = "");

/// <summary>How a filing is made and changed, and what the person must be told with it.</summary>
/// <param name="Channels">Kinds of channel, each as often as the guide names one of that kind.</param>
internal sealed record OracleWays(Submission Submission, params string[] Channels)
{
    /// <summary>Words of the guide that set a date or a period for filing. Those and no others.</summary>
    public IReadOnlyList<string> Deadlines { get; init; } = [];

    /// <summary>Words of the guide about changing, cancelling, renewing or extending. Those and no others.</summary>
    public IReadOnlyList<string> Change { get; init; } = [];

    /// <summary>Words of the guide that have to be cited somewhere in the determination.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>Words of the guide that are for other people and would mislead this one.</summary>
    public IReadOnlyList<string> NeverSays { get; init; } = [];
}
