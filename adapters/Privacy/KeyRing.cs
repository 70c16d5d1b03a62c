using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Privacy;

/// <summary>How Data Protection is set up for a database: keys in it, wrapped by certificate or master key, AES-256-GCM.</summary>
internal static class KeyRing
{
    private const string Application = "policybot";

    public static IDataProtectionBuilder SetUp(IServiceCollection services, PrivacyOptions options)
    {
        var builder = services.AddDataProtection().SetApplicationName(Application).SetDefaultKeyLifetime(options.KeyLifetime)
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        if (options.Certificate is { Length: > 0 } path)
        {
            builder.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, options.CertificatePassword));
        }
        else
        {
            services.AddOptions<KeyManagementOptions>().Configure<MasterKey>((keys, master) => keys.XmlEncryptor = new MasterKeyEncryptor(master));
        }

        return builder;
    }

    /// <summary>A provider of its own, apart from the host's.</summary>
    public static IDataProtectionProvider Of(Database database, MasterKey master, PrivacyOptions options)
    {
        // Lives as long as the process does, as the vault that uses it.
        var services = new ServiceCollection().AddSingleton(master);
        SetUp(services, options);
        services.AddOptions<KeyManagementOptions>().Configure(keys => keys.XmlRepository = new KeyTable(database));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }
}
