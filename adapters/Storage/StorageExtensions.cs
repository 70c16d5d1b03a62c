using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage.Inspection;

namespace PolicyBot.Adapters.Storage;

public static class StorageExtensions
{
    /// <summary>The bot's database, its state (<see cref="IStorage"/>) and uploads (<see cref="IUploadStore"/>), sealed, and the audit log.</summary>
    /// <param name="contentRoot">What relative paths in the configuration start from.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage"))
            .Validate(options => !string.IsNullOrWhiteSpace(options.Path), "Storage:Path must name the bot's database file")
            .PostConfigure(options => options.Path = Below(contentRoot, options.Path))
            .ValidateOnStart();
        services.AddOptions<UploadOptions>().Bind(configuration.GetSection("Uploads"))
            .Validate(options => !string.IsNullOrWhiteSpace(options.Path), "Uploads:Path must name the folder for uploads")
            .Validate(options => options.MaxBytes > 0, "Uploads:MaxBytes must be above 0")
            .Validate(options => options.MaxBytesPerOwner >= options.MaxBytes, "Uploads:MaxBytesPerOwner must not be below Uploads:MaxBytes")
            .Validate(options => options.MaxFilesPerOwner > 0, "Uploads:MaxFilesPerOwner must be above 0")
            .Validate(options => options.MaxFilesPerDay > 0 && options.MaxBytesPerDay >= options.MaxBytes, "Uploads:MaxFilesPerDay must be above 0, MaxBytesPerDay not below Uploads:MaxBytes")
            .PostConfigure(options => options.Path = Below(contentRoot, options.Path))
            .ValidateOnStart();
        services.AddSingleton(provider => new BotDatabase(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Path));
        services.AddPrivacy(configuration, contentRoot).AddInspection(configuration);
        services.AddSingleton<SqlStorage>();
        services.AddSingleton<IStorage>(provider => provider.GetRequiredService<SqlStorage>());
        services.AddSingleton<UploadStore>();
        services.AddSingleton<IUploadStore>(provider => provider.GetRequiredService<UploadStore>());
        services.AddSingleton<UnansweredQuestions>();
        services.AddSingleton<IUnansweredQuestions>(provider => provider.GetRequiredService<UnansweredQuestions>());
        services.AddSingleton<IPersonalDataStore>(provider => provider.GetRequiredService<SqlStorage>());
        services.AddSingleton<IPersonalDataStore>(provider => provider.GetRequiredService<UploadStore>());
        services.AddSingleton<IPersonalDataStore>(provider => provider.GetRequiredService<UnansweredQuestions>());
        return services;
    }

    // An empty path stays empty, for the validation to find.
    internal static string Below(string contentRoot, string path) =>
        string.IsNullOrWhiteSpace(path) ? string.Empty : Path.Combine(contentRoot, path);
}
