using PolicyBot.Knowledge.Policies;

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

    /// <summary>Day by which the agency will have reviewed what waits (see <see cref="Review"/>), by the guide's working days.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>
    /// <see cref="ReviewBy"/> lies in a year whose public holidays are not known here: only weekends were left out, and the
    /// agency's day may be another.
    /// </summary>
    public bool HolidaysUnknown { get; init; }

    public required string MaskedName { get; init; }

    public required string MaskedIdNumber { get; init; }

    public required string MaskedPhone { get; init; }

    /// <summary>A commitment letter (承诺书) still stands in for proof.</summary>
    public bool Commitment { get; init; }

    /// <summary>How long it holds, in the words of the policy.</summary>
    public Statement? Validity { get; init; }

    /// <summary>What waits for the agency: the submission, or a supplement, change or extension; null when nothing does.</summary>
    public PendingReview? Review { get; init; }

    /// <summary>What will be different once the change that waits is approved.</summary>
    public ProposedChange? Proposed { get; init; }

    /// <summary>What is still to be handed in: after a return, or instead of the commitment letter.</summary>
    public IReadOnlyList<MissingDocument> Missing { get; init; } = [];

    /// <summary>What may be done now and what not (yet), one of each kind.</summary>
    public IReadOnlyList<FilingAction> Actions { get; init; } = [];

    public IReadOnlyList<FilingEvent> History { get; init; } = [];
}
