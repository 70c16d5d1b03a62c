using Dapper;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.Storage.Inspection;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Files handed in, as files in a folder with a row each. One that no filing names belongs to nobody.</summary>
internal sealed class AttachmentStore(
    FilingDatabase database, FilingVault vault, FileInspection inspection, IOptions<FilingServiceOptions> options, TimeProvider clock)
    : IPersonalDataStore
{
    private readonly FileFolder folder = new(options.Value.AttachmentsPath, options.Value.MaxAttachmentBytes, vault, inspection);

    public async Task<(FilingAttachment? Attachment, UploadRefusal? Refusal)> SaveAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        var name = ShownName.Of(fileName);
        var (file, refusal) = await folder.KeepAsync(content, name, cancellationToken);
        if (file is null)
        {
            return (null, refusal);
        }

        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(
                "INSERT INTO attachments (id, name, content_type, length, received_at) VALUES (@Id, @name, @ContentType, @Length, @receivedAt)",
                new { file.Id, name = vault.Seal(DataKind.FileName, name), file.ContentType, file.Length, receivedAt = FilingRow.Text(clock.GetUtcNow()) });
        }
        catch
        {
            folder.Remove(file.Id);
            throw;
        }

        return (new FilingAttachment(file.Id, file.ContentType, file.Length), null);
    }

    public Stream Open(string id) => folder.Open(id);

    /// <summary>What was handed in is the agency's; what was not goes by itself.</summary>
    public Task<Erasure> EraseAsync(PersonRef person, CancellationToken cancellationToken) => Task.FromResult(default(Erasure));

    public async Task<int> ExpireAsync(RetentionOptions retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var ids = (await connection.QueryAsync<string>(
            "DELETE FROM attachments WHERE number IS NULL AND received_at < @before RETURNING id",
            new { before = FilingRow.Text(now.AddDays(-retention.OrphanAttachmentDays)) })).AsList();
        ids.ForEach(folder.Remove);
        return ids.Count + await folder.RemoveOrphansAsync(
            now.AddDays(-retention.OrphanFileDays),
            id => connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM attachments WHERE id = @id)", new { id }));
    }

    /// <summary>Seals the files that an earlier release left in clear.</summary>
    public async Task SealFilesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var id in await connection.QueryAsync<string>("SELECT id FROM attachments"))
        {
            await folder.SealAsync(id, cancellationToken);
        }
    }
}
