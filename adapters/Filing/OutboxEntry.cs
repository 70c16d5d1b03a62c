using System.Text.Json;

namespace PolicyBot.Adapters.Filings;

/// <summary>A row of the outbox.</summary>
/// <param name="Submission">JSON with personal data, while it is pending.</param>
/// <param name="Receipt">JSON, once it is not.</param>
/// <param name="Attempts">Failed ones.</param>
internal sealed record OutboxEntry(
    string Key, string State, string Fingerprint, string? Submission, string IdTail, string? Number, string? Receipt, long Attempts)
{
    public static FilingReceipt PendingReceipt { get; } = new(ReceiptStatus.Pending, null, []);

    public bool IsPending => State == "pending";

    public FilingReceipt ToReceipt() =>
        Receipt is null ? PendingReceipt : JsonSerializer.Deserialize<FilingReceipt>(Receipt, FilingJson.Options)!;

    public override string ToString() => $"{Key} {State}";
}
