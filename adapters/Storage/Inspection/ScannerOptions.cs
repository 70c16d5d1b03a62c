namespace PolicyBot.Adapters.Storage.Inspection;

/// <summary>Section <c>Scanner</c>: ClamAV's daemon, by which every file is looked at when it is configured.</summary>
public sealed class ScannerOptions
{
    /// <summary><c>tcp://127.0.0.1:3310</c> or <c>unix:/run/clamav/clamd.ctl</c>; when not set, nothing is scanned.</summary>
    public string? Address { get; set; }

    /// <summary>For one file, from connecting to the answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
