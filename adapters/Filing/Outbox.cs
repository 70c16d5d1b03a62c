using System.Text.Json;
using Dapper;
using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Filings;

/// <summary>
/// Confirmed requests (filings and what is asked for them later) in the bot's database, sealed, from before the first call to
/// the agency on. Personal data is in a row only until the agency has answered; then the number, the last four characters of the ID number (without which the agency tells
/// nothing) and the masked receipt are left.
/// </summary>
internal sealed class Outbox(BotDatabase database, BotVault vault, AuditLog audit) : IPersonalDataStore
{
    /// <summary>Who it was, was deleted.</summary>
    private const string Erased = "person/erased";

    private const string Select =
        "SELECT key AS Key, state AS State, fingerprint AS Fingerprint, submission AS Submission, id_tail AS IdTail, number AS Number, receipt AS Receipt, attempts AS Attempts, kind AS Kind, target AS Target, created_at AS CreatedAt FROM filing_outbox";

    /// <summary>Adds an entry, or leaves the one that is there; returns what is there now, and whether it was added.</summary>
    /// <param name="firstAttemptBy">Until then it is left to the caller to send it; afterwards anybody may.</param>
    public async Task<(OutboxEntry Entry, bool Added)> AddAsync(
        string key, string owner, FilingRequest request, DateTimeOffset now, DateTimeOffset firstAttemptBy, CancellationToken cancellationToken)
    {
        vault.Prepare();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var added = await connection.ExecuteAsync(
            """
            INSERT INTO filing_outbox (key, owner, state, kind, target, fingerprint, submission, id_tail, next_attempt_at, created_at)
            VALUES (@key, @owner, 'pending', @kind, @Target, @fingerprint, @body, @idTail, @next, @created) ON CONFLICT DO NOTHING
            """,
            new
            {
                key, owner, kind = request.Kind.ToString(), request.Target, fingerprint = vault.Hash(DataKind.Request, request.Fingerprint),
                body = vault.Seal(DataKind.Request, request.Body), idTail = vault.Seal(DataKind.IdNumber, request.IdTail),
                next = firstAttemptBy.ToUnixTimeMilliseconds(), created = now.ToUnixTimeMilliseconds(),
            },
            transaction);
        if (added == 1)
        {
            await audit.AppendAsync(transaction, new AuditEntry(audit.ActorOf(owner), AuditActions.RequestConfirmed, $"request/{key}"));
        }

        await transaction.CommitAsync(cancellationToken);
        return (Opened(await connection.QuerySingleAsync<OutboxEntry>($"{Select} WHERE key = @key", new { key })), added == 1);
    }

    /// <summary>Whether an entry was made of what has this fingerprint. Kept as a keyed hash: it outlives the request, and form fields can be guessed.</summary>
    public bool IsOf(OutboxEntry entry, string fingerprint) => entry.Fingerprint == vault.Hash(DataKind.Request, fingerprint);

    public async Task<OutboxEntry?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<OutboxEntry>($"{Select} WHERE key = @key", new { key }) is { } entry ? Opened(entry) : null;
    }

    /// <param name="kind">Only requests of this kind; null for all.</param>
    public async Task<IReadOnlyList<OutboxEntry>> OfOwnerAsync(string owner, FilingRequestKind? kind, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. (await connection.QueryAsync<OutboxEntry>(
            $"{Select} WHERE owner = @owner AND (@kind IS NULL OR kind = @kind) ORDER BY created_at DESC, key LIMIT @limit",
            new { owner, kind = kind?.ToString(), limit })).Select(Opened)];
    }

    /// <summary>The last four characters of the ID number of a filing that this owner submitted here; null for another's.</summary>
    public async Task<string?> TailOfAsync(string owner, string number, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return vault.OpenOrNull(DataKind.IdNumber, await connection.QueryFirstOrDefaultAsync<string>(
            "SELECT id_tail FROM filing_outbox WHERE owner = @owner AND number = @number AND kind = 'Submission' AND state = 'accepted'", new { owner, number }));
    }

    /// <summary>Takes the entries that are due, so that no other process sends them before <paramref name="until"/>.</summary>
    public async Task<IReadOnlyList<string>> ClaimDueAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<string>(
            """
            UPDATE filing_outbox SET next_attempt_at = @until
            WHERE key IN (SELECT key FROM filing_outbox WHERE state = 'pending' AND next_attempt_at <= @now ORDER BY next_attempt_at LIMIT @limit)
              AND state = 'pending' AND next_attempt_at <= @now
            RETURNING key
            """,
            new { now = now.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds(), limit })).AsList();
    }

    /// <summary>Records the agency's answer and clears the personal data.</summary>
    public async Task SettleAsync(string key, FilingReceipt receipt)
    {
        // Without a token: the agency has answered, and that is not given up because a caller went away.
        vault.Prepare();
        var accepted = receipt.Status == ReceiptStatus.Accepted;
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        var owner = await connection.QuerySingleOrDefaultAsync<string>(
            "UPDATE filing_outbox SET state = @state, submission = NULL, number = @number, receipt = @json WHERE key = @key AND state = 'pending' RETURNING owner",
            new
            {
                key, state = accepted ? "accepted" : "refused", number = receipt.Filing?.Number,
                json = vault.Seal(DataKind.Receipt, JsonSerializer.Serialize(receipt, FilingJson.Options)),
            },
            transaction);
        if (owner is not null)
        {
            await audit.AppendAsync(transaction, new AuditEntry(
                owner.Length > 0 ? audit.ActorOf(owner) : Erased, accepted ? AuditActions.RequestAccepted : AuditActions.RequestRefused,
                accepted ? $"filing/{receipt.Filing!.Number}" : $"request/{key}"));
        }

        await transaction.CommitAsync();
    }

    public async Task PostponeAsync(string key, DateTimeOffset next)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(
            "UPDATE filing_outbox SET attempts = attempts + 1, next_attempt_at = @next WHERE key = @key AND state = 'pending'",
            new { key, next = next.ToUnixTimeMilliseconds() });
    }

    /// <summary>What has arrived goes now; what is under way goes when it has arrived, and is nobody's until then.</summary>
    public async Task<Erasure> EraseAsync(PersonRef person, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var deleted = await connection.ExecuteAsync("DELETE FROM filing_outbox WHERE owner = @Owner AND state <> 'pending'", new { person.Owner }, transaction);
        var pending = await connection.ExecuteAsync("UPDATE filing_outbox SET owner = '' WHERE owner = @Owner", new { person.Owner }, transaction);
        await transaction.CommitAsync(cancellationToken);
        return new Erasure(deleted, pending);
    }

    public async Task<int> ExpireAsync(RetentionOptions retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "DELETE FROM filing_outbox WHERE state <> 'pending' AND (owner = '' OR created_at < @before)",
            new { before = now.AddDays(-retention.ReceiptDays).ToUnixTimeMilliseconds() });
    }

    private OutboxEntry Opened(OutboxEntry row) => row with
    {
        Submission = vault.OpenOrNull(DataKind.Request, row.Submission),
        IdTail = vault.Open(DataKind.IdNumber, row.IdTail),
        Receipt = vault.OpenOrNull(DataKind.Receipt, row.Receipt),
    };
}
