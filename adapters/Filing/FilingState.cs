namespace PolicyBot.Adapters.Filings;

/// <summary>
/// Whether a filing holds. That a supplement, change or extension of a filing in force waits for the agency is no state but a
/// <see cref="Filing.Review"/>: meanwhile it goes on holding as it was. That it was changed or extended says its history.
/// </summary>
public enum FilingState
{
    /// <summary>Waits for a clerk; also after a supplement.</summary>
    Submitted,

    InReview,

    /// <summary>Approved, and its first day has not come.</summary>
    Approved,

    /// <summary>Sent back; it goes on once the documents asked for are handed in.</summary>
    Returned,

    Refused,

    /// <summary>In force.</summary>
    Active,

    Cancelled,

    Expired,

    /// <summary>A commitment letter whose proof was not handed in in time (自动失效).</summary>
    Lapsed,
}
