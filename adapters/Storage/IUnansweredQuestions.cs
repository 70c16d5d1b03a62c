namespace PolicyBot.Adapters.Storage;

/// <summary>Keeps the questions that no guide answers, for the editors to see what is missing; nothing in it says who asked.</summary>
public interface IUnansweredQuestions
{
    /// <summary>Keeps a question, what may be personal data taken out of its text first.</summary>
    Task AddAsync(UnansweredQuestion question, CancellationToken cancellationToken);
}

/// <param name="Text">As typed.</param>
/// <param name="Place">The insured place's code, as far as it is known.</param>
/// <param name="Scheme">The scheme, as far as it is known.</param>
/// <param name="Date">The day in China; no time, which could be matched with other records.</param>
public sealed record UnansweredQuestion(string Text, string? Place, string? Scheme, DateOnly Date)
{
    /// <summary>What is known of whoever asks; it is taken out of the text, wherever it stands there.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    public override string ToString() => $"{Date:yyyy-MM-dd} {Scheme} {Place}";
}
