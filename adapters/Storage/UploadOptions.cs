namespace PolicyBot.Adapters.Storage;

/// <summary>Section <c>Uploads</c>.</summary>
public sealed class UploadOptions
{
    /// <summary>Folder of the files; relative to the content root.</summary>
    public string Path { get; set; } = "data/uploads";

    /// <summary>Largest file, in bytes.</summary>
    public long MaxBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>All files of one conversation together, in bytes.</summary>
    public long MaxBytesPerOwner { get; set; } = 100 * 1024 * 1024;

    public int MaxFilesPerOwner { get; set; } = 50;

    /// <summary>As <see cref="MaxBytesPerOwner"/>, of the last 24 hours.</summary>
    public long MaxBytesPerDay { get; set; } = 60 * 1024 * 1024;

    public int MaxFilesPerDay { get; set; } = 30;
}
