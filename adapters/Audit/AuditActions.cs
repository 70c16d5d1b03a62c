namespace PolicyBot.Adapters.Audit;

/// <summary>What is written into the audit log.</summary>
public static class AuditActions
{
    /// <summary>Entity: <c>notice/VERSION</c>.</summary>
    public const string ConsentGiven = "consent.given";

    /// <summary>The person confirmed it; entity: <c>request/KEY</c>.</summary>
    public const string RequestConfirmed = "request.confirmed";

    /// <summary>The agency took it; entity: <c>filing/NUMBER</c>.</summary>
    public const string RequestAccepted = "request.accepted";

    /// <summary>The agency refused it; entity: <c>request/KEY</c>.</summary>
    public const string RequestRefused = "request.refused";

    public const string DataErased = "data.erased";

    public const string StaffSignedIn = "staff.signed-in";

    public const string StaffSignInFailed = "staff.sign-in-failed";

    /// <summary>A clerk's steps; entity: <c>filing/NUMBER</c>.</summary>
    public const string FilingTaken = "filing.taken";

    public const string FilingApproved = "filing.approved";

    public const string FilingReturned = "filing.returned";

    public const string FilingRefused = "filing.refused";
}
