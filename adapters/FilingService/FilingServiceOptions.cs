namespace PolicyBot.Adapters.FilingService;

/// <summary>Section <c>FilingService</c>: the reference filing service.</summary>
public sealed class FilingServiceOptions
{
    /// <summary>Whether this host runs it; when not set, it does unless <c>Filing:BaseAddress</c> names another one.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Its SQLite file; relative to the content root.</summary>
    public string Path { get; set; } = "data/filing.db";

    /// <summary>Folder of the attachments; relative to the content root.</summary>
    public string AttachmentsPath { get; set; } = "data/attachments";

    /// <summary>Largest attachment, in bytes.</summary>
    public long MaxAttachmentBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How far ahead a filing may start, in days.</summary>
    public int MaxDaysAhead { get; set; } = 366;

    /// <summary>How far back a filing that is made up after care has begun (补办) may start, in days.</summary>
    public int MaxDaysBack { get; set; } = 366;

    /// <summary>How many days after the person confirmed it a filing may arrive and still be judged for that day.</summary>
    public int MaxDaysOnTheWay { get; set; } = 7;
}
