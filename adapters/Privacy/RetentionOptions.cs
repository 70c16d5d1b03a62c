namespace PolicyBot.Adapters.Privacy;

/// <summary>Section <c>Retention</c>: for how many days things are kept.</summary>
public sealed class RetentionOptions
{
    /// <summary>Web chat conversations, from the last word on.</summary>
    public int ChatHistoryDays { get; set; } = 30;

    /// <summary>An interview that nobody has gone on with.</summary>
    public int StateDays { get; set; } = 90;

    /// <summary>The bot's copies of uploads; what was handed in, the agency has.</summary>
    public int UploadDays { get; set; } = 30;

    /// <summary>Attachments at the reference filing service that no filing names.</summary>
    public int OrphanAttachmentDays { get; set; } = 30;

    /// <summary>Files that no row names: what a crash has left.</summary>
    public int OrphanFileDays { get; set; } = 1;

    /// <summary>By which a person finds their filings again without the number. A filing may hold for years.</summary>
    public int ReceiptDays { get; set; } = 1095;

    /// <summary>Questions that no guide answers, for the editors.</summary>
    public int UnansweredDays { get; set; } = 365;

    /// <summary>How often it is looked through.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(6);

    internal bool IsSound => Every > TimeSpan.Zero
        && new[] { ChatHistoryDays, StateDays, UploadDays, OrphanAttachmentDays, OrphanFileDays, ReceiptDays, UnansweredDays }.All(days => days > 0);
}
