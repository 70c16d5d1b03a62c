using PolicyBot.Adapters.FilingService;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.Storage.Inspection;

namespace PolicyBot.Tests.Support;

/// <summary>What seals a test's database, without a host.</summary>
internal static class Vaults
{
    public static MasterKey Master { get; } = new(Convert.ToBase64String(new byte[32]), string.Empty);

    public static FileInspection Inspection { get; } = new(new NoScanner(), PhotoLimits.Default);

    public static BotVault Of(BotDatabase database, MasterKey? master = null) =>
        new(database, KeyRing.Of(database, master ?? Master, new PrivacyOptions()));

    public static FilingVault Of(FilingDatabase database) => new(database, Master, new PrivacyOptions());
}
