using System.Globalization;
using Dapper;

namespace PolicyBot.Adapters.Storage;

/// <summary>Unanswered questions in the bot's database.</summary>
internal sealed class UnansweredQuestions(BotDatabase database) : IUnansweredQuestions
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
                question.Scheme, question.Place, text = PersonalData.Mask(question.Text),
            });
    }
}
