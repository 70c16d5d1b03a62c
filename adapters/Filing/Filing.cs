namespace PolicyBot.Adapters.Filings;

/// <summary>A filing as the agency knows it; the body of <c>GET /filings/{number}</c>. Personal data is masked.</summary>
public sealed record Filing
{
    public required string Number { get; init; }

    public required FilingState State { get; init; }

    public required string Policy { get; init; }

    public required string FilingType { get; init; }

    public required string InsuredPlace { get; init; }

    public required string CarePlace { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day on which it holds; null when it holds as long as the proof.</summary>
    public DateOnly? ValidUntil { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Day by which the agency will have reviewed it.</summary>
    public DateOnly? ReviewBy { get; init; }

    public required string MaskedName { get; init; }

    public required string MaskedIdNumber { get; init; }

    public required string MaskedPhone { get; init; }

    public bool Commitment { get; init; }

    public IReadOnlyList<FilingEvent> History { get; init; } = [];
}
