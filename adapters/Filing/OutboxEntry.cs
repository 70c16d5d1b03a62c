using System.Text.Json;

namespace PolicyBot.Adapters.Filings;

/// <summary>A row of the outbox.</summary>
/// <param name="Submission">The request's body as JSON with personal data, while it is pending.</param>
/// <param name="Number">The filing's number, once the agency has answered.</param>
/// <param name="Receipt">JSON, once it is not pending.</param>
/// <param name="Attempts">Failed ones.</param>
/// <param name="Target">The filing that it is for; null for a submission.</param>
/// <param name="CreatedAt">Milliseconds since 1970.</param>
internal sealed record OutboxEntry(
    string Key, string State, string Fingerprint, string? Submission, string IdTail, string? Number, string? Receipt, long Attempts,
    string Kind, string? Target, long CreatedAt)
{
    public bool IsPending => State == "pending";

    public FilingRequestKind RequestKind => Enum.Parse<FilingRequestKind>(Kind);

    public FilingReceipt ToReceipt() => Complete(
        Receipt is null ? new FilingReceipt(ReceiptStatus.Pending, null, []) : JsonSerializer.Deserialize<FilingReceipt>(Receipt, FilingJson.Options)!);

    /// <summary>With what the row knows of the request itself.</summary>
    public FilingReceipt Complete(FilingReceipt receipt) => receipt with
    {
        Kind = RequestKind, Key = Key, Number = receipt.Filing?.Number ?? Number ?? Target,
        ConfirmedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
    };

    public T Body<T>() => JsonSerializer.Deserialize<T>(Submission!, FilingJson.Options)!;

    public override string ToString() => $"{Key} {Kind} {State}";
}
