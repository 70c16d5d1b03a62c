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
}

public sealed record Person(string Name, string IdNumber, string Phone);

/// <param name="Requirement">Id of the document requirement of the determination.</param>
/// <param name="Document">The alternative chosen, in the guide's words.</param>
/// <param name="Attachment">Id from <c>POST /attachments</c>.</param>
public sealed record SubmittedDocument(string Requirement, string Document, string Attachment);

/// <param name="Version">Version of the notice that was shown.</param>
public sealed record Consent(string Version, DateTimeOffset GivenAt);
