namespace PolicyBot.Adapters.Storage.Inspection;

/// <summary>None is configured.</summary>
internal sealed class NoScanner : IFileScanner
{
    public Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => Task.FromResult(ScanVerdict.Clean);
}
