using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Bot.Builder;
using Newtonsoft.Json;
using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Adapters.Storage;

/// <summary>
/// Bot state in the bot's database, each item sealed, written by compare-and-swap: of two writers that read the same item, the second gets an
/// exception and nothing of its write is kept. One call of <see cref="WriteAsync"/> is one transaction.
/// </summary>
/// <remarks>
/// Every item is compared, not only an <see cref="IStoreItem"/> as in the official stores; see <see cref="ETags"/> for where its
/// ETag is. "*" overwrites. No ETag means a new item, which is only inserted; but a dictionary without one is a state after
/// <c>ClearStateAsync</c>, which overwrites. So that two first turns of a conversation do not overwrite one another, a key
/// that is not there reads as an empty dictionary with the ETag <see cref="ETags.NoRow"/>.
/// </remarks>
internal sealed class SqlStorage(BotDatabase database, BotVault vault, TimeProvider clock) : IStorage, IPersonalDataStore
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        TypeNameHandling = TypeNameHandling.All,
        SerializationBinder = new StateBinder(),

        // What a person typed stays text, even where it looks like a date.
        DateParseHandling = DateParseHandling.None,

        // The limit holds for reading alone: nested dialogs that could be written must be readable.
        MaxDepth = 512,
    });

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var items = new Dictionary<string, object>(keys.Length, StringComparer.Ordinal);
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var key in keys)
        {
            var row = await connection.QuerySingleOrDefaultAsync<(string ETag, string Json)>(
                "SELECT etag, json FROM bot_state WHERE key = @key", new { key });
            if (row.Json is not null && Deserialize(vault.Open(DataKind.State, row.Json)) is { } item)
            {
                ETags.Set(item, row.ETag);
                items[key] = item;
            }
            else
            {
                items[key] = new Dictionary<string, object>(StringComparer.Ordinal) { [ETags.Entry] = ETags.NoRow };
            }
        }

        return items;
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var rows = changes.Where(change => change.Value is not null).Select(change => new Row(
            change.Key, change.Value, ETags.Expected(change.Value), Guid.NewGuid().ToString("N"),
            vault.Seal(DataKind.State, Serialize(change.Value)), clock.GetUtcNow().ToUnixTimeMilliseconds())).ToList();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var row in rows)
        {
            if (await SwapAsync(connection, transaction, row) == 0)
            {
                // Type and first words as in the official Blob storage (the official ones do not agree; see compat/README.md).
                throw new InvalidOperationException($"Etag conflict: {row.Key} was written by somebody else since it was read.");
            }
        }

        await transaction.CommitAsync(cancellationToken);

        // Only now: a write that failed leaves the items as they were read.
        rows.ForEach(row => ETags.Set(row.Item, row.ETag));
    }

    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM bot_state WHERE key IN @keys", new { keys });
    }

    /// <summary>The state of the conversation and of the user, under the keys that the Bot Framework gives them.</summary>
    public async Task<Erasure> EraseAsync(PersonRef person, CancellationToken cancellationToken)
    {
        var conversation = $"{person.ChannelId}/conversations/{person.Conversation}";
        await using var connection = await database.OpenAsync(cancellationToken);
        return new Erasure(await connection.ExecuteAsync(
            "DELETE FROM bot_state WHERE key IN @keys",
            new { keys = (string[])[conversation, $"{conversation}/users/{person.User}", $"{person.ChannelId}/users/{person.User}"] }));
    }

    public async Task<int> ExpireAsync(RetentionOptions retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "DELETE FROM bot_state WHERE written_at < @before", new { before = now.AddDays(-retention.StateDays).ToUnixTimeMilliseconds() });
    }

    private static Task<int> SwapAsync(DbConnection connection, DbTransaction transaction, Row row)
    {
        var sql = row.Expected switch
        {
            null or ETags.NoRow => "INSERT INTO bot_state (key, etag, json, written_at) VALUES (@Key, @ETag, @Json, @WrittenAt) ON CONFLICT DO NOTHING",
            ETags.Any => "INSERT INTO bot_state (key, etag, json, written_at) VALUES (@Key, @ETag, @Json, @WrittenAt) ON CONFLICT (key) DO UPDATE SET etag = @ETag, json = @Json, written_at = @WrittenAt",
            _ => "UPDATE bot_state SET etag = @ETag, json = @Json, written_at = @WrittenAt WHERE key = @Key AND etag = @Expected",
        };
        return connection.ExecuteAsync(sql, new { row.Key, row.ETag, row.Json, row.Expected, row.WrittenAt }, transaction);
    }

    private static string Serialize(object item)
    {
        // As a plain dictionary whatever its class: compat's and the official BotState use different ones.
        if (item is IDictionary<string, object> state)
        {
            item = state.Where(entry => entry.Key != ETags.Entry).ToDictionary(StringComparer.Ordinal);
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Serializer.Serialize(text, item, typeof(object));
        return text.ToString();
    }

    private static object? Deserialize(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json));
        return Serializer.Deserialize(reader);
    }

    private sealed record Row(string Key, object Item, string? Expected, string ETag, string Json, long WrittenAt);
}
