using Dapper;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Files handed in, as files in a folder with a row each. One that no filing names belongs to nobody.</summary>
internal sealed class AttachmentStore(FilingDatabase database, IOptions<FilingServiceOptions> options, TimeProvider clock)
{
    private readonly FileFolder folder = new(options.Value.AttachmentsPath, options.Value.MaxAttachmentBytes);

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
                new { file.Id, name, file.ContentType, file.Length, receivedAt = FilingRow.Text(clock.GetUtcNow()) });
        }
        catch
        {
            folder.Remove(file.Id);
            throw;
        }

        return (new FilingAttachment(file.Id, file.ContentType, file.Length), null);
    }

    public Stream Open(string id) => folder.Open(id);
}
