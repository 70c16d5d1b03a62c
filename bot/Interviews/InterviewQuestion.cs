using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>One question of an interview. What may be answered is decided here, what is said about it in the dialog.</summary>
internal sealed record InterviewQuestion
{
    /// <summary>Name of the answer, such as <c>carePlace</c>, <c>form.phone</c> or <c>document.identity.file</c>.</summary>
    public required string Name { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>What a person reads in the review, such as 就医地.</summary>
    public required string Label { get; init; }

    /// <summary>The question in plain Chinese.</summary>
    public required string Prompt { get; init; }

    public IReadOnlyList<AskOption> Options { get; init; } = [];

    public bool Optional { get; init; }

    /// <summary>Version of the notice on personal data that consent is asked to; null for other questions.</summary>
    public string? Notice { get; init; }

    /// <summary>Why it is asked, in plain Chinese.</summary>
    public required string Why { get; init; }

    /// <summary>The guide's sentence that makes it matter.</summary>
    public Citation? Cite { get; init; }

    /// <summary>What must be read before answering, such as what follows from a commitment letter.</summary>
    public IReadOnlyList<Statement> Before { get; init; } = [];

    /// <summary>The option that takes back the answer before instead of answering (不签了).</summary>
    public string? GoesBack { get; init; }

    /// <summary>
    /// Whether a stored answer still holds. After a new release, or on a later day, it may not; then it is asked again.
    /// </summary>
    public required Func<string, bool> Holds { get; init; }

    public bool Accepts(string value) => (Optional && value.Length == 0) || Holds(value);

    /// <summary>Name of the option of that value, or the value itself.</summary>
    public string Show(string value) => Options.FirstOrDefault(option => option.Value == value)?.Label ?? value;
}
