using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>A question about policy, with what is known of who asks.</summary>
/// <param name="Text">What the person typed.</param>
/// <param name="Context">Scheme, places and facts from the conversation; facts stated in the text come on top.</param>
/// <param name="Top">How many passages to return.</param>
/// <param name="Previous">
/// The question answered before, or its <see cref="IAnswerer.Gist"/>: what 那材料呢 leaves out is what that one was about.
/// </param>
public sealed record Question(string Text, Situation Context, int Top = 5, string? Previous = null);

public enum AnswerStatus
{
    Answered,

    /// <summary>
    /// Something decides the answer and is not known: the place, or where the question states facts, what
    /// <see cref="AnswerResult.Determination"/> asks for.
    /// </summary>
    NeedPlace,

    NotFound,
}

/// <summary>The body of <c>GET /api/v1/answers</c>.</summary>
public sealed record AnswerResult
{
    public required AnswerStatus Status { get; init; }

    /// <summary>Made of the guide's own sentences only; null unless answered.</summary>
    public Answer? Answer { get; init; }

    /// <summary>
    /// The determination, when the question states where care is sought. With the outcome <see cref="Outcome.NeedFact"/> its
    /// <see cref="Determination.Ask"/> is to be asked next; an answer beside it holds whatever the person says to that.
    /// </summary>
    public Determination? Determination { get; init; }

    /// <summary>
    /// Name of the insured place, when no guide of its own is held. Then nothing is found, or the answer is <see cref="General"/>.
    /// </summary>
    public string? NoGuideFor { get; init; }

    /// <summary>The answer is from an old and general guide, for want of a local one; that is to be said with it.</summary>
    public bool General { get; init; }

    /// <summary>
    /// Name of the place whose rules the answer is from, when the person's own is not known and no other guide speaks of the
    /// matter. It is to be said with the answer, and the place still to be asked for.
    /// </summary>
    public string? RulesOf { get; init; }

    public IReadOnlyList<FoundPassage> Passages { get; init; } = [];

    /// <summary>Questions near to this one that the guides do answer.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    public IReadOnlyList<Contact> Contacts { get; init; } = [];
}

/// <param name="Text">Plain text, one line for each sentence, item or row; the boxes of a form stand together.</param>
/// <param name="Citations">One for each sentence, item, row or box of the text, in its order.</param>
public sealed record Answer(string Text, IReadOnlyList<Citation> Citations);

/// <param name="InForce">Whether the guide is known to hold on the day of the question; an old and general one is not.</param>
public sealed record FoundPassage(
    string Guide, string Title, string Publisher, string Section, string Text,
    IReadOnlyList<Highlight> Highlights, double Score, bool InForce);
