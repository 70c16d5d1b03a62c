using System.Text.Json;

namespace PolicyBot.Adapters.Filings;

/// <summary>A request to the agency as the outbox keeps it.</summary>
/// <param name="Body">JSON as it goes over the wire; may hold personal data.</param>
/// <param name="IdTail">Last four characters of the ID number.</param>
/// <param name="Target">The filing that it is for; null for a submission.</param>
/// <param name="Fingerprint">Tells whether another request under the same key is the same; without personal data.</param>
internal sealed record FilingRequest(FilingRequestKind Kind, string Body, string IdTail, string? Target, string Fingerprint)
{
    public static FilingRequest Of(string owner, FilingSubmission submission) => new(
        FilingRequestKind.Submission, JsonSerializer.Serialize(submission, FilingJson.Options), Tail(submission.Person.IdNumber), null,
        Filings.Fingerprint.OfFiling(owner, submission));

    public static FilingRequest Of(string owner, string number, string idTail, FilingSupplement supplement) =>
        Of(FilingRequestKind.Supplement, owner, number, idTail, supplement, supplement);

    // A phone number can be found by trying all of them against a plain hash, so it stays out of it.
    public static FilingRequest Of(string owner, string number, string idTail, FilingChange change) => Of(
        FilingRequestKind.Change, owner, number, idTail, change, change with { Phone = change.Phone is null ? null : string.Empty });

    public static FilingRequest Of(string owner, string number, string idTail, FilingCancellation cancellation) =>
        Of(FilingRequestKind.Cancellation, owner, number, idTail, cancellation, new FilingCancellation());

    public static FilingRequest Of(string owner, string number, string idTail, FilingExtension extension) =>
        Of(FilingRequestKind.Extension, owner, number, idTail, extension, extension);

    public override string ToString() => $"{Kind} {Target}";

    private static FilingRequest Of<T>(FilingRequestKind kind, string owner, string number, string idTail, T body, T impersonal) => new(
        kind, JsonSerializer.Serialize(body, FilingJson.Options), Tail(idTail), number,
        Filings.Fingerprint.Of(kind, number, owner, impersonal));

    private static string Tail(string idNumber) => idNumber.Length < 4 ? idNumber : idNumber[^4..].ToUpperInvariant();
}
