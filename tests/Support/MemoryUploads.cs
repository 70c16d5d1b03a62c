using PolicyBot.Adapters.Storage;

namespace PolicyBot.Tests.Support;

/// <summary>Every id that begins with "upload" is a photo that was kept.</summary>
internal sealed class MemoryUploads : IUploadStore
{
    public Task<UploadResult> SaveAsync(Stream content, string fileName, string owner, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The channel keeps uploads, not the conversation.");

    public Task<StoredUpload?> FindAsync(string id, string owner, CancellationToken cancellationToken) =>
        Task.FromResult(id.StartsWith("upload", StringComparison.Ordinal)
            ? new StoredUpload(id, id + ".jpg", "image/jpeg", Some.Jpeg.Length, Some.Morning)
            : null);

    public Stream Open(StoredUpload upload) => new MemoryStream(Some.Jpeg);
}
