using PolicyBot.Adapters.Storage;

namespace PolicyBot.Tests.Support;

/// <summary>Keeps the questions that nobody could answer, as they were handed over.</summary>
internal sealed class MemoryUnanswered : IUnansweredQuestions
{
    public List<UnansweredQuestion> Questions { get; } = [];

    public Task AddAsync(UnansweredQuestion question, CancellationToken cancellationToken)
    {
        Questions.Add(question);
        return Task.CompletedTask;
    }
}
