namespace PolicyBot.Adapters.Filings;

/// <summary>What became of a request to the agency.</summary>
/// <param name="Status">Whether the agency has it.</param>
/// <param name="Filing">The filing, when <paramref name="Status"/> is Accepted.</param>
/// <param name="Problems">Why it was refused, each in plain Chinese, with the guide's sentence where one says so.</param>
public sealed record FilingReceipt(ReceiptStatus Status, Filing? Filing, IReadOnlyList<FilingProblem> Problems)
{
    public FilingRequestKind Kind { get; init; }

    /// <summary>The key under which it was confirmed.</summary>
    public string? Key { get; init; }

    /// <summary>The filing's number, as soon as it is known.</summary>
    public string? Number { get; init; }

    /// <summary>When the person confirmed it.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }
}

public enum ReceiptStatus
{
    Accepted,

    /// <summary>Stored here and being sent (已收到，正在提交); it will be sent again until the agency answers.</summary>
    Pending,

    Refused,
}
