using Microsoft.AspNetCore.DataProtection;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Privacy;

/// <summary>Seals what the bot's own database holds.</summary>
public sealed class BotVault(BotDatabase database, IDataProtectionProvider provider) : Vault(database, provider);
