using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Seals what the filing service's database holds, by keys of its own: it is the agency's, and may stand elsewhere.</summary>
internal sealed class FilingVault(FilingDatabase database, MasterKey master, PrivacyOptions options)
    : Vault(database, KeyRing.Of(database, master, options));
