using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Privacy;

/// <summary>Before the host starts: proves that the master key fits, and seals what an earlier release left in clear.</summary>
internal sealed class BotPrivacy(BotDatabase database, BotVault vault, UploadStore uploads, TimeProvider clock) : StartingService
{
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        vault.Prepare();
        await uploads.SealFilesAsync(cancellationToken);
        ClearRows.Seal(
            database, vault,
            $"""
            UPDATE bot_state SET json = seal('State', json), written_at = {clock.GetUtcNow().ToUnixTimeMilliseconds()};
            UPDATE webchat_activities SET activity = seal('Chat', activity);
            UPDATE uploads SET name = seal('FileName', name);
            UPDATE filing_outbox SET fingerprint = hash('Request', fingerprint), submission = seal('Request', submission),
                id_tail = seal('IdNumber', id_tail), receipt = seal('Receipt', receipt);
            """);
    }
}
