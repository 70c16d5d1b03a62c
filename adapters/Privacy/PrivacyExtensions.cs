using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Privacy;

public static class PrivacyExtensions
{
    /// <summary>
    /// The master key, the vault of the bot's database, the audit log, and the host's Data Protection on that database's keys
    /// (for sign-in cookies and the like).
    /// </summary>
    internal static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        // Read here as well, because what wraps the keys decides what is registered.
        var chosen = configuration.GetSection("Privacy").Get<PrivacyOptions>() ?? new PrivacyOptions();
        chosen.Certificate = chosen.Certificate is { Length: > 0 } certificate ? StorageExtensions.Below(contentRoot, certificate) : null;
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection("Privacy"))
            .Validate(options => options.MasterKey is not { Length: > 0 } secret || KeyFile.IsKey(secret), "Privacy:MasterKey must be at least 32 bytes in base64")
            .Validate(options => !string.IsNullOrWhiteSpace(options.MasterKeyFile), "Privacy:MasterKeyFile must name the file of the master key")
            .Validate(options => options.KeyLifetime >= TimeSpan.FromDays(7), "Privacy:KeyLifetime must be at least 7 days")
            .PostConfigure(options =>
            {
                options.MasterKeyFile = StorageExtensions.Below(contentRoot, options.MasterKeyFile);
                options.Certificate = chosen.Certificate;
            })
            .ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<PrivacyOptions>>().Value);
        services.AddSingleton(provider => new MasterKey(
            provider.GetRequiredService<PrivacyOptions>().MasterKey, provider.GetRequiredService<PrivacyOptions>().MasterKeyFile));
        KeyRing.SetUp(services, chosen);
        services.AddOptions<KeyManagementOptions>().Configure<BotDatabase>((keys, database) => keys.XmlRepository = new KeyTable(database));
        services.AddSingleton<BotVault>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditLog>());
        services.AddSingleton<IPersonalDataEraser, PersonalDataEraser>();
        services.AddHostedService<BotPrivacy>();
        return services;
    }

    /// <summary>Deletes on a schedule what need not be kept; see <see cref="RetentionOptions"/>.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection("Retention"))
            .Validate(options => options.IsSound, "Retention: all days and Every must be above 0")
            .ValidateOnStart();
        services.AddSingleton<RetentionService>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionService>());
        return services;
    }
}
