namespace PolicyBot.Bot.Dialogs;

/// <summary>What is stored of a conversation: named answers, never what was said.</summary>
internal sealed class InterviewState
{
    public Dictionary<string, string> Answers { get; set; } = [];

    /// <summary>Idempotency key, made when the review is first shown.</summary>
    public string? Key { get; set; }

    /// <summary>Upload → attachment, as handed to the agency; the same key must come with the same contents.</summary>
    public Dictionary<string, string>? Attached { get; set; }

    /// <summary>Id of the papers prepared last, while they are the last thing done.</summary>
    public string? Prepared { get; set; }

    /// <summary>How often in a row the pending question was not answered.</summary>
    public int Misses { get; set; }

    /// <summary>Whether a filing was confirmed since the last start; a second 确认提交 is told so.</summary>
    public bool Confirmed { get; set; }

    /// <summary>Whether a filing was found needed for a question, in short; the whole determination was not told yet.</summary>
    public bool Untold { get; set; }

    /// <summary>Whether the person was told who we are; the whole welcome is said once.</summary>
    public bool Welcomed { get; set; }

    /// <summary>
    /// What the question answered last was about, in the words of the field alone: 那材料呢 is understood with it. Never what was typed.
    /// </summary>
    public string? Asked { get; set; }

    /// <summary>Number of the filing confirmed last, when the agency has given one.</summary>
    public string? Number { get; set; }
}
