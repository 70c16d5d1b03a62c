using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>One point of the fact space, in the words of the public contract.</summary>
internal sealed record OracleCase(
    string InsuredPlace, string CarePlace, string Reason, string CareKind, string Stage, bool Filed);

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
internal sealed record OracleValidity(int? Years, bool AsLongAsProof);
