namespace PolicyBot.Adapters.Filings;

/// <summary>Body of <c>POST /filings/{number}/cancellation</c>; a reason is not needed.</summary>
public sealed record FilingCancellation(string? Reason = null)
{
    /// <summary>Without the reason: it may hold anything that was typed.</summary>
    public override string ToString() => nameof(FilingCancellation);
}
