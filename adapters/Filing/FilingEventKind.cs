namespace PolicyBot.Adapters.Filings;

/// <summary>What happened to a filing, one for each line of its history.</summary>
public enum FilingEventKind
{
    Submitted,

    /// <summary>A clerk took it into review.</summary>
    Taken,

    Returned,
    Supplemented,
    Approved,
    Refused,

    /// <summary>Its first day has come.</summary>
    Started,

    /// <summary>A change was asked for and waits for review; until then the filing holds as it was.</summary>
    ChangeRequested,

    Changed,

    /// <summary>The contact's phone number was put right, which no guide makes a change of the filing.</summary>
    PhoneCorrected,

    ExtensionRequested,
    Extended,

    /// <summary>A change or extension was not granted; the filing holds as before.</summary>
    Declined,

    Cancelled,
    Expired,
    Lapsed,
}
