using System.Globalization;
using Dapper;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage.Inspection;

namespace PolicyBot.Adapters.Storage;

/// <summary>Uploads as files in a folder, with a row each in the bot's database.</summary>
internal sealed class UploadStore(
    BotDatabase database, BotVault vault, FileInspection inspection, IOptions<UploadOptions> options, TimeProvider clock)
    : IUploadStore, IPersonalDataStore
{
    private const string Columns = "id AS Id, name AS Name, content_type AS ContentType, length AS Length, received_at AS ReceivedAt";

    private readonly FileFolder folder = new(options.Value.Path, options.Value.MaxBytes, vault, inspection);

    public async Task<UploadResult> SaveAsync(Stream content, string fileName, string owner, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        if (!await HasRoomAsync(owner, cancellationToken))
        {
            return new UploadResult(null, UploadRefusal.QuotaExceeded);
        }

        var name = ShownName.Of(fileName);
        var (file, refusal) = await folder.KeepAsync(content, name, cancellationToken);
        if (file is null)
        {
            return new UploadResult(null, refusal);
        }

        var upload = new StoredUpload(file.Id, name, file.ContentType, file.Length, clock.GetUtcNow());
        var recorded = false;
        try
        {
            recorded = await RecordAsync(upload, owner, cancellationToken);
        }
        finally
        {
            if (!recorded)
            {
                folder.Remove(file.Id);
            }
        }

        return recorded ? new UploadResult(upload, null) : new UploadResult(null, UploadRefusal.QuotaExceeded);
    }

    public async Task<StoredUpload?> FindAsync(string id, string owner, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            $"SELECT {Columns} FROM uploads WHERE id = @id AND owner = @owner", new { id, owner });
        return row is null ? null : new StoredUpload(
            row.Id, vault.Open(DataKind.FileName, row.Name), row.ContentType, row.Length, DateTimeOffset.Parse(row.ReceivedAt, CultureInfo.InvariantCulture));
    }

    public Stream Open(StoredUpload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return folder.Open(upload.Id);
    }

    public async Task<Erasure> EraseAsync(PersonRef person, CancellationToken cancellationToken) =>
        new(await DeleteAsync("owner = @owner", new { owner = person.Conversation }, cancellationToken));

    /// <summary>Old uploads, and files that no row names.</summary>
    public async Task<int> ExpireAsync(RetentionOptions retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = await DeleteAsync("received_at < @before", new { before = Text(now.AddDays(-retention.UploadDays)) }, cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        return old + await folder.RemoveOrphansAsync(
            now.AddDays(-retention.OrphanFileDays),
            id => connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM uploads WHERE id = @id)", new { id }));
    }

    /// <summary>Seals the files that an earlier release left in clear.</summary>
    public async Task SealFilesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var id in await connection.QueryAsync<string>("SELECT id FROM uploads"))
        {
            await folder.SealAsync(id, cancellationToken);
        }
    }

    // The row first: a file without one is found later, a row without a file is a broken link.
    private async Task<int> DeleteAsync(string which, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var ids = (await connection.QueryAsync<string>($"DELETE FROM uploads WHERE {which} RETURNING id", parameters)).AsList();
        ids.ForEach(folder.Remove);
        return ids.Count;
    }

    // Asked before reading, so that a full conversation costs no disk; RecordAsync asks again, for uploads side by side.
    private async Task<bool> HasRoomAsync(string owner, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var (files, bytes, filesToday, bytesToday) = await connection.QuerySingleAsync<(long, long, long, long)>(
            """
            SELECT COUNT(*), COALESCE(SUM(length), 0),
                   COUNT(*) FILTER (WHERE received_at > @aDayAgo), COALESCE(SUM(length) FILTER (WHERE received_at > @aDayAgo), 0)
            FROM uploads WHERE owner = @owner
            """,
            new { owner, aDayAgo = Text(clock.GetUtcNow().AddDays(-1)) });
        return files < options.Value.MaxFilesPerOwner && bytes < options.Value.MaxBytesPerOwner
            && filesToday < options.Value.MaxFilesPerDay && bytesToday < options.Value.MaxBytesPerDay;
    }

    private async Task<bool> RecordAsync(StoredUpload upload, string owner, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            """
            INSERT INTO uploads (id, owner, name, content_type, length, received_at)
            SELECT @Id, @owner, @name, @ContentType, @Length, @receivedAt
            WHERE (SELECT COUNT(*) FROM uploads WHERE owner = @owner) < @MaxFilesPerOwner
              AND (SELECT COALESCE(SUM(length), 0) FROM uploads WHERE owner = @owner) + @Length <= @MaxBytesPerOwner
              AND (SELECT COUNT(*) FROM uploads WHERE owner = @owner AND received_at > @aDayAgo) < @MaxFilesPerDay
              AND (SELECT COALESCE(SUM(length), 0) FROM uploads WHERE owner = @owner AND received_at > @aDayAgo) + @Length <= @MaxBytesPerDay
            """,
            new
            {
                upload.Id, owner, name = vault.Seal(DataKind.FileName, upload.Name), upload.ContentType, upload.Length,
                receivedAt = Text(upload.ReceivedAt), aDayAgo = Text(upload.ReceivedAt.AddDays(-1)),
                options.Value.MaxFilesPerOwner, options.Value.MaxBytesPerOwner, options.Value.MaxFilesPerDay, options.Value.MaxBytesPerDay,
            }) == 1;
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);

    private sealed record Row(string Id, string Name, string ContentType, long Length, string ReceivedAt);
}
