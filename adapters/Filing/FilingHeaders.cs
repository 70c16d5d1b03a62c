namespace PolicyBot.Adapters.Filings;

internal static class FilingHeaders
{
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Proof of knowing the person; a header, because a URL is written to logs.</summary>
    public const string IdNumberTail = "Id-Number-Tail";
}
