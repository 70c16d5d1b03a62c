using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PolicyBot.Adapters.Storage;

public static class StorageExtensions
{
    /// <summary>The bot's database, its state (<see cref="IStorage"/>) and uploads (<see cref="IUploadStore"/>).</summary>
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
            .PostConfigure(options => options.Path = Below(contentRoot, options.Path))
            .ValidateOnStart();
        services.AddSingleton(provider => new BotDatabase(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Path));
        services.AddSingleton<IStorage, SqlStorage>();
        services.AddSingleton<IUploadStore, UploadStore>();
        services.AddSingleton<IUnansweredQuestions, UnansweredQuestions>();
        return services;
    }

    // An empty path stays empty, for the validation to find.
    internal static string Below(string contentRoot, string path) =>
        string.IsNullOrWhiteSpace(path) ? string.Empty : Path.Combine(contentRoot, path);
}
