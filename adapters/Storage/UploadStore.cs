using System.Globalization;
using Dapper;
using Microsoft.Extensions.Options;

namespace PolicyBot.Adapters.Storage;

/// <summary>Uploads as files in a folder, with a row each in the bot's database.</summary>
internal sealed class UploadStore(BotDatabase database, IOptions<UploadOptions> options, TimeProvider clock) : IUploadStore
{
    private const string Columns = "id AS Id, name AS Name, content_type AS ContentType, length AS Length, received_at AS ReceivedAt";

    private readonly FileFolder folder = new(options.Value.Path, options.Value.MaxBytes);

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
            row.Id, row.Name, row.ContentType, row.Length, DateTimeOffset.Parse(row.ReceivedAt, CultureInfo.InvariantCulture));
    }

    public Stream Open(StoredUpload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return folder.Open(upload.Id);
    }

    // Asked before reading, so that a full conversation costs no disk; RecordAsync asks again, for uploads side by side.
    private async Task<bool> HasRoomAsync(string owner, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var (files, bytes) = await connection.QuerySingleAsync<(long Files, long Bytes)>(
            "SELECT COUNT(*), COALESCE(SUM(length), 0) FROM uploads WHERE owner = @owner", new { owner });
        return files < options.Value.MaxFilesPerOwner && bytes < options.Value.MaxBytesPerOwner;
    }

    private async Task<bool> RecordAsync(StoredUpload upload, string owner, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            """
            INSERT INTO uploads (id, owner, name, content_type, length, received_at)
            SELECT @Id, @owner, @Name, @ContentType, @Length, @receivedAt
            WHERE (SELECT COUNT(*) FROM uploads WHERE owner = @owner) < @MaxFilesPerOwner
              AND (SELECT COALESCE(SUM(length), 0) FROM uploads WHERE owner = @owner) + @Length <= @MaxBytesPerOwner
            """,
            new
            {
                upload.Id, owner, upload.Name, upload.ContentType, upload.Length,
                receivedAt = upload.ReceivedAt.ToString("O", CultureInfo.InvariantCulture),
                options.Value.MaxFilesPerOwner, options.Value.MaxBytesPerOwner,
            }) == 1;
    }

    private sealed record Row(string Id, string Name, string ContentType, long Length, string ReceivedAt);
}
