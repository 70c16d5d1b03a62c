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

    /// <summary>Actor: <c>staff/ACCOUNT</c>, or <c>staff/?</c> for a name that is no account's, which may be a password typed in the wrong box.</summary>
    public const string StaffSignInFailed = "staff.sign-in-failed";

    public const string StaffSignedOut = "staff.signed-out";

    /// <summary>From the shell; entity: <c>staff/ACCOUNT</c>.</summary>
    public const string StaffAdded = "staff.added";

    public const string StaffDisabled = "staff.disabled";

    public const string StaffPasswordSet = "staff.password-set";

    /// <summary>A clerk looked at it; entity: <c>filing/NUMBER</c>, for a file with <c>/attachment/ID</c> behind it.</summary>
    public const string FilingViewed = "filing.viewed";

    public const string AttachmentViewed = "filing.attachment-viewed";

    /// <summary>A clerk's steps; entity: <c>filing/NUMBER</c>.</summary>
    public const string FilingTaken = "filing.taken";

    public const string FilingApproved = "filing.approved";

    public const string FilingReturned = "filing.returned";

    public const string FilingRefused = "filing.refused";
}
