namespace PolicyBot.Adapters.Filings;

/// <summary>What a person asks the agency for.</summary>
public enum FilingRequestKind
{
    Submission,

    /// <summary>Documents handed in later (补材料).</summary>
    Supplement,

    Change,
    Cancellation,
    Extension,
}
