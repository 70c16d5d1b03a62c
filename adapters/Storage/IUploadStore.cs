namespace PolicyBot.Adapters.Storage;

/// <summary>Keeps the files that people send. Names on disk are ours; nothing of the sender's name reaches a path.</summary>
public interface IUploadStore
{
    /// <summary>Checks and keeps a file.</summary>
    /// <param name="content">Read once, at most to the size limit.</param>
    /// <param name="fileName">The sender's name for it: shown, and its extension checked against the content.</param>
    /// <param name="owner">The conversation that it belongs to; nobody else can open it.</param>
    Task<UploadResult> SaveAsync(Stream content, string fileName, string owner, CancellationToken cancellationToken);

    /// <summary>The file, or null when there is none of that id for that owner.</summary>
    Task<StoredUpload?> FindAsync(string id, string owner, CancellationToken cancellationToken);

    /// <summary>Opens the content of a file that was found.</summary>
    Stream Open(StoredUpload upload);
}

/// <param name="Name">The sender's name for it; it may say whose papers these are.</param>
/// <param name="Length">Bytes, without the metadata that was taken out.</param>
public sealed record StoredUpload(string Id, string Name, string ContentType, long Length, DateTimeOffset ReceivedAt)
{
    public override string ToString() => $"{Id} {ContentType} {Length}";
}

/// <summary>Either the kept file or why it was refused.</summary>
public sealed record UploadResult(StoredUpload? Upload, UploadRefusal? Refusal);

public enum UploadRefusal
{
    Empty,
    TooLarge,

    /// <summary>The extension is not on the list.</summary>
    TypeNotAllowed,

    /// <summary>The first bytes are not of the kind that the extension says.</summary>
    ContentDoesNotMatch,

    /// <summary>The conversation has sent too much, in all or today.</summary>
    QuotaExceeded,

    /// <summary>
    /// A HEIC photo. It says where it was taken, and that cannot be taken out without decoding it; reviewers' browsers do not
    /// show it either. Telephones send JPEG when they are asked for it.
    /// </summary>
    Heic,

    /// <summary>The picture is larger than any telephone takes.</summary>
    TooManyPixels,

    /// <summary>A PDF that runs scripts or programs, or that is encrypted.</summary>
    ActiveContent,

    /// <summary>The scanner found malicious software.</summary>
    Infected,

    /// <summary>A scanner is configured and gave no answer.</summary>
    NotScanned,
}
