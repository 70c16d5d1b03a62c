namespace PolicyBot.Adapters.Filings;

public enum FilingState
{
    Submitted,
    InReview,
    Approved,
    Returned,
    Refused,
    Active,
    Cancelled,
    Expired,
}
