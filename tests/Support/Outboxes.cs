using PolicyBot.Adapters.Filings;

namespace PolicyBot.Tests.Support;

internal static class Outboxes
{
    /// <summary>Puts a submission there that nobody has sent yet.</summary>
    public static Task AddAsync(
        this Outbox outbox, string key, string owner, FilingSubmission submission, DateTimeOffset now, DateTimeOffset firstAttemptBy) =>
        outbox.AddAsync(key, owner, FilingRequest.Of(owner, submission), now, firstAttemptBy, default);
}
