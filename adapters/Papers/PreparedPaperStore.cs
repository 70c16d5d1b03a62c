using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Papers;

/// <summary>
/// In the bot's database, by the keys that lie there (see Privacy/KeyRing), each row encrypted for its conversation: moved to
/// another one it cannot be read.
/// </summary>
internal sealed class PreparedPaperStore(
    BotDatabase database, IDataProtectionProvider protection, IOptions<PaperOptions> options, TimeProvider clock)
    : IPreparedPapers, IPersonalDataStore
{
    public async Task<string> KeepAsync(PreparedPapers papers, string conversation, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var content = Protector(conversation).Protect(JsonSerializer.SerializeToUtf8Bytes(papers));
        var expires = (clock.GetUtcNow() + options.Value.KeepFor).ToUnixTimeSeconds();
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "INSERT INTO prepared_papers (id, conversation, expires_at, content) VALUES (@id, @conversation, @expires, @content)",
            new { id, conversation, expires, content });
        return id;
    }

    public async Task<PreparedPapers?> FindAsync(string id, string conversation, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var content = await connection.QuerySingleOrDefaultAsync<byte[]>(
            "SELECT content FROM prepared_papers WHERE id = @id AND conversation = @conversation AND expires_at > @now",
            new { id, conversation, now = clock.GetUtcNow().ToUnixTimeSeconds() });
        return content is null ? null : JsonSerializer.Deserialize<PreparedPapers>(Protector(conversation).Unprotect(content));
    }

    public Task ForgetAsync(string conversation, CancellationToken cancellationToken) => DeleteAsync(conversation, cancellationToken);

    public async Task<Erasure> EraseAsync(PersonRef person, CancellationToken cancellationToken) =>
        new(await DeleteAsync(person.Conversation, cancellationToken));

    /// <summary>Their time is their own, an hour and not days; <see cref="PaperSweeper"/> looks more often than retention does.</summary>
    public Task<int> ExpireAsync(RetentionOptions retention, DateTimeOffset now, CancellationToken cancellationToken) => SweepAsync(cancellationToken);

    /// <summary>Deletes what nobody can fetch any more; returns how many.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync("DELETE FROM prepared_papers WHERE expires_at <= @now", new { now = clock.GetUtcNow().ToUnixTimeSeconds() });
    }

    private async Task<int> DeleteAsync(string conversation, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync("DELETE FROM prepared_papers WHERE conversation = @conversation", new { conversation });
    }

    private IDataProtector Protector(string conversation) => protection.CreateProtector("PolicyBot.PreparedPapers", conversation);
}
