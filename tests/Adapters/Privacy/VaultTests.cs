using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Privacy;

public sealed class VaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly BotDatabase database;

    public VaultTests() => database = new BotDatabase(folder.File("data/bot.db"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WhatIsSealedIsOpenedAfterARestartToo()
    {
        var shut = Vaults.Of(database).Seal(DataKind.Name, "王秀英");
        Assert.DoesNotContain("王", shut, StringComparison.Ordinal);
        Assert.Equal("王秀英", Vaults.Of(new BotDatabase(folder.File("data/bot.db"))).Open(DataKind.Name, shut));
    }

    [Fact]
    public void TheSameTextIsSealedDifferentlyEachTimeAndOpensAsItsOwnKindOnly()
    {
        var vault = Vaults.Of(database);
        var shut = vault.Seal(DataKind.Phone, Some.Phone);
        Assert.NotEqual(shut, vault.Seal(DataKind.Phone, Some.Phone));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(DataKind.IdNumber, shut));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(DataKind.Phone, Some.Phone));
    }

    [Fact]
    public void AKeyedHashFindsTheSameAgainAndNeedsTheKey()
    {
        var hash = Vaults.Of(database).Hash(DataKind.IdNumber, Some.IdNumber);
        Assert.Equal(hash, Vaults.Of(database).Hash(DataKind.IdNumber, Some.IdNumber));
        Assert.NotEqual(hash, Vaults.Of(database).Hash(DataKind.Phone, Some.IdNumber));
        Assert.NotEqual(hash, Vaults.Of(new BotDatabase(folder.File("other.db"))).Hash(DataKind.IdNumber, Some.IdNumber));
    }

    [Fact]
    public void ANewKeySealsWhatIsNewAndTheOldOneStillOpensWhatIsOld()
    {
        var services = new ServiceCollection().AddSingleton(Vaults.Master);
        KeyRing.SetUp(services, new PrivacyOptions()).AddKeyManagementOptions(keys => keys.XmlRepository = new KeyTable(database));
        using var provider = services.BuildServiceProvider();
        var vault = new BotVault(database, provider.GetRequiredService<IDataProtectionProvider>());
        var (old, hash) = (vault.Seal(DataKind.Name, "王秀英"), vault.Hash(DataKind.Name, "王秀英"));

        var keys = provider.GetRequiredService<IKeyManager>();
        var first = Assert.Single(keys.GetAllKeys());
        keys.CreateNewKey(first.ActivationDate.AddSeconds(1), first.ExpirationDate.AddDays(1));
        var vaultNow = Vaults.Of(database);

        Assert.NotEqual(KeyOf(old), KeyOf(vaultNow.Seal(DataKind.Name, "王秀英")));
        Assert.Equal("王秀英", vaultNow.Open(DataKind.Name, old));
        Assert.Equal(hash, vaultNow.Hash(DataKind.Name, "王秀英"));
    }

    [Fact]
    public async Task TheKeysInTheDatabaseAreWrapped()
    {
        Vaults.Of(database).Prepare();
        await using var connection = await database.OpenAsync(default);
        var xml = Assert.Single(await connection.QueryAsync<string>("SELECT xml FROM protection_keys"));
        Assert.Contains("<masterKey", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey p", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("unencrypted", xml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void WithoutTheRightMasterKeyNothingIsOpened()
    {
        Vaults.Of(database).Prepare();
        var other = new MasterKey(Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]), string.Empty);
        var refused = Assert.Throws<InvalidOperationException>(() => Vaults.Of(database, other).Prepare());
        Assert.Contains("master key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheMasterKeyIsMadeOnceForItsUserAlone()
    {
        var path = folder.File("keys/master.key");
        var wrapped = new MasterKey(null, path).Wrap("a");
        Assert.Equal("a", new MasterKey(null, path).Unwrap(wrapped));
        Assert.Equal(32, new FileInfo(path).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.File("keys")));
        }
    }

    [Fact]
    public async Task ACertificateWrapsTheKeysWhenOneIsConfigured()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=policybot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Some.Morning.AddYears(-1), Some.Morning.AddYears(9));
        await File.WriteAllBytesAsync(folder.File("cert.pfx"), certificate.Export(X509ContentType.Pkcs12, "secret"));
        var options = new PrivacyOptions { Certificate = folder.File("cert.pfx"), CertificatePassword = "secret" };

        var shut = new BotVault(database, KeyRing.Of(database, Vaults.Master, options)).Seal(DataKind.Name, "王秀英");

        Assert.Equal("王秀英", new BotVault(database, KeyRing.Of(database, Vaults.Master, options)).Open(DataKind.Name, shut));
        await using var connection = await database.OpenAsync(default);
        Assert.Contains("EncryptedData", Assert.Single(await connection.QueryAsync<string>("SELECT xml FROM protection_keys")), StringComparison.Ordinal);
    }

    // Data Protection writes four bytes of its own, then the key's id.
    private static string KeyOf(string shut) => shut[..26];
}
