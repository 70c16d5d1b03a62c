using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>A filing as its life sees it: no person, no number, only what transitions look at and change.</summary>
internal sealed record FilingCase
{
    public required FilingState State { get; init; }

    public required string CarePlace { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>From which waiting periods count: the first day, or the day of the last approved change.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>Last day on which it holds; null when none is known.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>A commitment letter still stands in for proof.</summary>
    public bool Commitment { get; init; }

    public WaitingRequest? Waiting { get; init; }

    /// <summary>Day by which what waits is reviewed.</summary>
    public DateOnly? ReviewBy { get; init; }

    public bool HolidaysUnknown { get; init; }

    public ProposedChange? Proposed { get; init; }

    /// <summary>Ids of the document requirements for which something was handed in.</summary>
    public IReadOnlyList<string> HandedIn { get; init; } = [];

    /// <summary>Ids of those that a clerk asked for (again).</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    public IReadOnlyList<DossierStep> History { get; init; } = [];

    public bool IsOver => State is FilingState.Refused or FilingState.Cancelled or FilingState.Expired or FilingState.Lapsed;

    /// <summary>Approved, whether or not its first day has come.</summary>
    public bool IsInForce => State is FilingState.Approved or FilingState.Active;

    /// <summary>Ids of the documents that the letter stands in for and that are not here yet.</summary>
    public IReadOnlyList<string> OwedUnderLetter(AgreedTerms terms) => !Commitment || terms.Letter is not { } letter ? []
        : [.. terms.Required.Select(document => document.Id).Where(id => letter.Replaces.Contains(id) && (!HandedIn.Contains(id) || Asked.Contains(id)))];

    /// <summary>Ids of what the person has to hand in now.</summary>
    public IReadOnlyList<string> Owed(AgreedTerms terms) => IsOver ? [] : Asked.Count > 0 ? Asked : OwedUnderLetter(terms);
}

/// <param name="TakenBy">The clerk who has it.</param>
internal sealed record WaitingRequest(FilingRequestKind Kind, DateTimeOffset Since, string? TakenBy);
