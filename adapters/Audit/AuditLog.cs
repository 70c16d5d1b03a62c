using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Audit;

/// <summary>
/// The log in the bot's database. Each row's hash covers its own words and the hash of the row before, keyed, so that who can
/// write to the file but has no master key cannot make a new chain. Triggers refuse changes besides.
/// </summary>
internal sealed class AuditLog(BotDatabase database, BotVault vault, TimeProvider clock) : IAuditLog
{
    private const int ActorLength = 16;

    public string ActorOf(string owner) => "person/" + vault.Hash(DataKind.Actor, owner)[..ActorLength];

    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        vault.Prepare();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AppendAsync(transaction, entry);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Together with what it is about: both are there, or neither. The transaction must hold the write lock already.</summary>
    public async Task AppendAsync(DbTransaction transaction, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var connection = transaction.Connection!;
        var (last, previous) = await connection.QuerySingleOrDefaultAsync<(long, string?)>(
            "SELECT sequence, hash FROM audit_log ORDER BY sequence DESC LIMIT 1", transaction: transaction);
        var row = new Row(last + 1, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), entry.Actor, entry.Action, entry.Entity, previous ?? string.Empty, string.Empty);
        await connection.ExecuteAsync(
            "INSERT INTO audit_log (sequence, at, actor, action, entity, previous, hash) VALUES (@Sequence, @At, @Actor, @Action, @Entity, @Previous, @Hash)",
            row with { Hash = HashOf(row) },
            transaction);
    }

    public async Task<AuditCheck> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        var (count, head) = (0L, string.Empty);
        await foreach (var row in connection.QueryUnbufferedAsync<Row>(
            "SELECT sequence AS Sequence, at AS At, actor AS Actor, action AS Action, entity AS Entity, previous AS Previous, hash AS Hash FROM audit_log ORDER BY sequence"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.Sequence != count + 1 || row.Previous != head || row.Hash != HashOf(row))
            {
                return new AuditCheck(count, count + 1, head, hashes);
            }

            (count, head) = (row.Sequence, row.Hash);
            hashes.Add(head);
        }

        return new AuditCheck(count, null, head, hashes);
    }

    private string HashOf(Row row) => vault.Hash(DataKind.Audit, JsonSerializer.Serialize(
        (string[])[row.Previous, row.Sequence.ToString(CultureInfo.InvariantCulture), row.At, row.Actor, row.Action, row.Entity]));

    private sealed record Row(long Sequence, string At, string Actor, string Action, string Entity, string Previous, string Hash);
}
