namespace PolicyBot.Bot.Interviews;

/// <summary>How an answer is read and shown.</summary>
internal enum QuestionKind
{
    Choice,
    Place,
    Name,
    IdNumber,
    Phone,
    Date,
    Text,

    /// <summary>The notice on personal data; the answer is the notice's version and the time of consent.</summary>
    Consent,

    /// <summary>One or more uploaded files; the answer is their ids, joined by commas.</summary>
    Upload,

    /// <summary>All answers are shown. Confirming is an act, not an answer: nothing is ever stored for it.</summary>
    Review,
}
