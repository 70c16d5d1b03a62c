namespace PolicyBot.Adapters.Filings;

/// <summary>Body of <c>POST /filings/{number}/changes</c>: what is to be different. What is left out stays.</summary>
public sealed record FilingChange
{
    /// <summary>GB/T 2260 code.</summary>
    public string? CarePlace { get; init; }

    public DateOnly? StartsOn { get; init; }

    /// <summary>Personal data. Alone it is put right at once, without a review.</summary>
    public string? Phone { get; init; }

    /// <summary>Documents that take the place of those handed in before.</summary>
    public IReadOnlyList<SubmittedDocument> Documents { get; init; } = [];

    public override string ToString() => $"→ {CarePlace} {StartsOn:yyyy-MM-dd}";
}
