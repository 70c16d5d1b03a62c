namespace PolicyBot.Adapters.Filings;

/// <summary>Section <c>Filing</c>: how the agency's filing API is reached.</summary>
public sealed class FilingOptions
{
    /// <summary>Address of the API, with its path; when missing, this host's own at <c>/filing-api</c>.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Shared by the bot and the API; when missing and the API is this host's own, made anew at each start.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a person waits, over all attempts, before being told that it is still being sent.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>How long handing over a file may take.</summary>
    public TimeSpan AttachTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Further attempts while the person waits; what may have arrived is asked after before it is sent again.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>Before the second attempt; doubled for each further one, with jitter.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>After the first failure, until it is sent again without the person; doubled up to <see cref="MaxResendDelay"/>.</summary>
    public TimeSpan ResendDelay { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan MaxResendDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>So many calls within half a minute, half of them failed, and the agency is left alone for <see cref="CircuitBreak"/>.</summary>
    public int CircuitCalls { get; set; } = 10;

    public TimeSpan CircuitBreak { get; set; } = TimeSpan.FromSeconds(15);
}
