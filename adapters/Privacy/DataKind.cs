namespace PolicyBot.Adapters.Privacy;

/// <summary>What is sealed. Each kind has a purpose of its own, so that what was sealed as one cannot be opened as another.</summary>
public enum DataKind
{
    /// <summary>State of a conversation: its answers hold names and numbers.</summary>
    State,

    /// <summary>What was said in the chat: people type their ID number into it.</summary>
    Chat,

    /// <summary>A request on its way to the agency.</summary>
    Request,

    /// <summary>What the agency answered; masked already, but it says who filed what.</summary>
    Receipt,

    Name,
    IdNumber,
    Phone,

    /// <summary>What was filled in on a form.</summary>
    Field,

    /// <summary>A sender's name for a file (张三身份证.jpg).</summary>
    FileName,

    /// <summary>The key of one file.</summary>
    FileKey,

    /// <summary>Who did something, in the audit log.</summary>
    Actor,

    /// <summary>The chain of the audit log.</summary>
    Audit,

    /// <summary>The key of all keyed hashes.</summary>
    LookUpKey,
}
