namespace PolicyBot.Adapters.Papers;

/// <summary>Section <c>Papers</c>.</summary>
public sealed class PaperOptions
{
    /// <summary>How long the answers for a form are kept, and so how long its papers can be fetched.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(1);
}
