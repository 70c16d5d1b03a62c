using PolicyBot.Adapters.Audit;
using PolicyBot.Bot.Interviews;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Writes a consent into the audit log, with the version of the notice and the time, before the question that it allows is
/// sent. There it stays, also when the person starts over or has their data deleted.
/// </summary>
internal sealed class ConsentRecord(IAuditLog audit)
{
    /// <param name="turn">At its end.</param>
    /// <param name="before">Its answers at the beginning.</param>
    public Task KeepAsync(Turn turn, AnswerSheet before, CancellationToken cancellationToken) =>
        turn.State.Answers.GetValueOrDefault(AnswerNames.Consent) is { } now && now != before[AnswerNames.Consent] && ConsentAnswer.Read(now) is { } consent
            ? audit.AppendAsync(new AuditEntry(audit.ActorOf(turn.Owner), AuditActions.ConsentGiven, $"notice/{consent.Version}"), cancellationToken)
            : Task.CompletedTask;
}
