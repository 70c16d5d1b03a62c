using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PolicyBot.Adapters.Filings;

/// <summary>Tells whether two requests under one key are the same.</summary>
internal static class Fingerprint
{
    private static readonly Person Nobody = new(string.Empty, string.Empty, string.Empty);

    /// <summary>
    /// Of everything but the people: it outlives the personal data in the outbox, and a plain hash of an ID number whose
    /// masked form lies beside it can be undone by trying.
    /// </summary>
    public static string OfFiling(string owner, FilingSubmission submission) =>
        Hash(Encoding.UTF8.GetBytes(OfRequest(submission with { Person = Nobody, Agent = null, ConfirmedAt = null }) + owner));

    /// <summary>Of everything, whatever the order of facts and fields.</summary>
    public static string OfRequest(FilingSubmission submission) => Hash(JsonSerializer.SerializeToUtf8Bytes(
        submission with { Facts = Sorted(submission.Facts), Fields = Sorted(submission.Fields) }, FilingJson.Options));

    /// <summary>Of a request for a filing; the owner is left out where nobody but the agency looks.</summary>
    public static string Of<T>(FilingRequestKind kind, string number, string owner, T body) =>
        Hash(JsonSerializer.SerializeToUtf8Bytes(new { kind, number, owner, body }, FilingJson.Options));

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> entries) =>
        new(entries.ToDictionary(), StringComparer.Ordinal);

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
