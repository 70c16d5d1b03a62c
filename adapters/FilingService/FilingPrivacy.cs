using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Adapters.FilingService;

/// <summary>As the bot's, for the filing service's own database, where this host runs it.</summary>
internal sealed class FilingPrivacy(
    FilingDatabase database, FilingVault vault, AttachmentStore attachments, IOptions<FilingServiceOptions> options) : StartingService
{
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Enabled != true)
        {
            return;
        }

        vault.Prepare();
        await attachments.SealFilesAsync(cancellationToken);
        ClearRows.Seal(
            database, vault,
            """
            UPDATE filings SET id_hash = hash('IdNumber', id_number), id_tail = hash('IdNumber', number || '/' || id_tail), name = seal('Name', name),
                id_number = seal('IdNumber', id_number), phone = seal('Phone', phone), agent_name = seal('Name', agent_name),
                agent_id_number = seal('IdNumber', agent_id_number), agent_phone = seal('Phone', agent_phone);
            UPDATE filing_facts SET value = seal('Field', value);
            UPDATE filing_history SET note = seal('Field', note);
            UPDATE attachments SET name = seal('FileName', name);
            UPDATE idempotency_keys SET request_hash = hash('Request', request_hash);
            """);
    }
}
