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

    /// <summary>An uploaded file; the answer is its id. The agency takes one file for each requirement.</summary>
    Upload,

    /// <summary>All answers are shown. Confirming is an act, not an answer: nothing is ever stored for it.</summary>
    Review,
}
