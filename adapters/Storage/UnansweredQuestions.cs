using System.Globalization;
using Dapper;
using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Adapters.Storage;

/// <summary>Unanswered questions in the bot's database.</summary>
internal sealed class UnansweredQuestions(BotDatabase database) : IUnansweredQuestions, IPersonalDataStore
{
    public async Task AddAsync(UnansweredQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "INSERT INTO unanswered_questions (asked_on, scheme, place, question) VALUES (@date, @Scheme, @Place, @text)",
            new
            {
                date = question.Date.ToString("O", CultureInfo.InvariantCulture),
                question.Scheme, question.Place, text = PersonalData.Mask(question.Text, question.Known),
            });
    }

    /// <summary>Nothing in them says whose they are.</summary>
    public Task<Erasure> EraseAsync(PersonRef person, CancellationToken cancellationToken) => Task.FromResult(default(Erasure));

    public async Task<int> ExpireAsync(RetentionOptions retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "DELETE FROM unanswered_questions WHERE asked_on < @before",
            new { before = now.AddDays(-retention.UnansweredDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
    }
}
