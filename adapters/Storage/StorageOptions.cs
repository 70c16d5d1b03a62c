namespace PolicyBot.Adapters.Storage;

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The bot's SQLite file; relative to the content root.</summary>
    public string Path { get; set; } = "data/bot.db";
}
