using Dapper;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.History;

/// <summary>The conversations in the bot's database, what was said sealed. What is not stored here was never said.</summary>
internal sealed class ConversationHistory(BotDatabase database, BotVault vault, TimeProvider time) : IPersonalDataStore
{
    /// <summary>Activities that one frame of the stream or one answer carries at most.</summary>
    public const int PageSize = 200;

    /// <summary>Null when there is no such conversation.</summary>
    public async Task<ConversationHead?> FindAsync(string conversation, string? clientId, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT user_id AS UserId,
                   coalesce(newest.sequence, 0) AS Last,
                   coalesce(newest.at, 0) AS LastAt,
                   coalesce((SELECT sequence FROM webchat_activities WHERE conversation = @conversation AND client_id = @clientId), 0) AS Known
            FROM webchat_conversations
            LEFT JOIN (SELECT sequence, at FROM webchat_activities WHERE conversation = @conversation ORDER BY sequence DESC LIMIT 1) AS newest
            WHERE id = @conversation
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ConversationHead>(new(Sql, new { conversation, clientId }, cancellationToken: cancellationToken));
    }

    /// <summary>Adds what one turn brought, all or nothing, in one commit: each commit waits for the disk.</summary>
    /// <param name="opening">Whose conversation it is, when it begins with this.</param>
    public async Task AppendAsync(string conversation, Ticket? opening, IReadOnlyList<StoredActivity> activities, CancellationToken cancellationToken)
    {
        var rows = activities.Select(activity => new
        {
            conversation, activity.Sequence, activity.At, activity.ClientId, sealedJson = vault.Seal(DataKind.Chat, activity.Json),
        }).ToList();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (opening is not null)
        {
            await connection.ExecuteAsync(
                "INSERT INTO webchat_conversations (id, user_id, started_at) VALUES (@conversation, @User, @At)",
                new { conversation, opening.User, At = time.GetUtcNow().ToString("O") },
                transaction);
        }

        foreach (var row in rows)
        {
            await connection.ExecuteAsync(
                "INSERT INTO webchat_activities (conversation, sequence, at, client_id, activity) VALUES (@conversation, @Sequence, @At, @ClientId, @sealedJson)",
                row,
                transaction);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The next page of activities after a watermark, oldest first.</summary>
    public async Task<IReadOnlyList<StoredActivity>> ReadAfterAsync(string conversation, long watermark, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT sequence AS Sequence, at AS At, client_id AS ClientId, activity AS Json FROM webchat_activities
            WHERE conversation = @conversation AND sequence > @watermark ORDER BY sequence LIMIT @PageSize
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<StoredActivity>(new(Sql, new { conversation, watermark, PageSize }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row with { Json = vault.Open(DataKind.Chat, row.Json) })];
    }

    /// <summary>Marks a stream token as used; false when it was used before, also by another server or before a restart.</summary>
    public async Task<bool> RedeemAsync(Ticket stream, CancellationToken cancellationToken)
    {
        const string Sql = """
            DELETE FROM webchat_stream_tokens WHERE expires_at < @now;
            INSERT OR IGNORE INTO webchat_stream_tokens (nonce, expires_at) VALUES (@Nonce, @expires);
            SELECT changes();
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var added = await connection.ExecuteScalarAsync<long>(Sql, new { now, stream.Nonce, expires = stream.ExpiresAt.ToUnixTimeSeconds() + 1 }, transaction);
        await transaction.CommitAsync(cancellationToken);
        return added == 1;
    }

    /// <summary>What was said goes; the conversation itself, which names nobody, stays open to whoever is in it.</summary>
    public async Task<Erasure> EraseAsync(PersonRef person, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return new Erasure(await connection.ExecuteAsync(
            """
            DELETE FROM webchat_activities WHERE conversation IN (SELECT id FROM webchat_conversations WHERE id = @Conversation AND user_id = @User)
            """,
            new { person.Conversation, person.User }));
    }

    /// <summary>Whole conversations, from the last word on: what is left of one keeps its numbers.</summary>
    public async Task<int> ExpireAsync(RetentionOptions retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddDays(-retention.ChatHistoryDays);
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            """
            DELETE FROM webchat_conversations
            WHERE started_at < @started AND NOT EXISTS (SELECT 1 FROM webchat_activities WHERE conversation = id AND at >= @at)
            """,
            new { started = before.ToString("O"), at = before.ToUnixTimeMilliseconds() });
    }
}
