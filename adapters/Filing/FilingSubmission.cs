namespace PolicyBot.Adapters.Filings;

/// <summary>A filing (备案) as the citizen confirmed it; the body of <c>POST /filings</c>.</summary>
public sealed record FilingSubmission
{
    public required string Policy { get; init; }

    /// <summary>The guide's own name of the filing type.</summary>
    public required string FilingType { get; init; }

    public required string Scheme { get; init; }

    public required string InsuredPlace { get; init; }

    public required string CarePlace { get; init; }

    /// <summary>First day on which the filing is to hold (备案开始日期).</summary>
    public required DateOnly StartsOn { get; init; }

    public required Person Person { get; init; }

    /// <summary>Who files for the person, if somebody else does (代办).</summary>
    public Person? Agent { get; init; }

    /// <summary>The facts that led to the determination, by name.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>Form fields beyond those above, by name.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<SubmittedDocument> Documents { get; init; }

    /// <summary>True when a commitment letter (承诺书) stands in for missing proof.</summary>
    public bool Commitment { get; init; }

    public required Consent Consent { get; init; }

    /// <summary>
    /// When the person confirmed it; the desk sets it. It is judged for that day, so that a filing which waited here
    /// because the agency could not be reached is not refused for a start day that has passed meanwhile.
    /// </summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Says which filing it is, without the person.</summary>
    public override string ToString() => $"{Policy} {FilingType} {InsuredPlace} → {CarePlace} {StartsOn:yyyy-MM-dd}";
}
