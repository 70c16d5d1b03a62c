using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.Papers;

/// <summary>Keeps, for a short time and encrypted, what a person's papers are made of. The papers themselves are never kept.</summary>
public interface IPreparedPapers
{
    /// <summary>Keeps the answers for the holder of a conversation; returns an id that cannot be guessed.</summary>
    Task<string> KeepAsync(PreparedPapers papers, string conversation, CancellationToken cancellationToken);

    /// <summary>The answers, if they are that conversation's and their time is not over.</summary>
    Task<PreparedPapers?> FindAsync(string id, string conversation, CancellationToken cancellationToken);

    /// <summary>Deletes all that is kept for a conversation.</summary>
    Task ForgetAsync(string conversation, CancellationToken cancellationToken);
}

/// <param name="Situation">What the determination rests on, as it was told.</param>
/// <param name="Answers">Field of the form → value; null for the checklist alone.</param>
public sealed record PreparedPapers(Situation Situation, IReadOnlyDictionary<string, string>? Answers)
{
    public override string ToString() => Answers is null ? "checklist" : $"form, {Answers.Count} answers";
}
