namespace PolicyBot.Adapters.Storage.Inspection;

/// <summary>Looks for malicious software in a file before it is kept.</summary>
public interface IFileScanner
{
    Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}

public enum ScanVerdict
{
    Clean,
    Infected,

    /// <summary>The scanner gave no answer: the file is not taken, or whoever stops the scanner gets anything in.</summary>
    Unknown,
}
