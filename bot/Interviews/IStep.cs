namespace PolicyBot.Bot.Interviews;

/// <summary>
/// A place in an interview: the question that stands there, and where an answer leads. Pure and immutable; the way from
/// the first step by the same answers always ends at the same step.
/// </summary>
internal interface IStep
{
    /// <summary>The question to ask here; null when the interview is done.</summary>
    InterviewQuestion? Question { get; }

    /// <summary>The step after an accepted answer.</summary>
    IStep After(string value);

    /// <summary>Whether a question of that name can still come after this step.</summary>
    bool MayStillAsk(string name);

    /// <summary>Where an answer leads that nobody asks for but that matters here (产检, said unasked); null if it does not.</summary>
    Volunteered? Volunteer(string name, string value) => null;
}
