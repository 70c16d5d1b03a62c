using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.WebChat;
using PolicyBot.Adapters.WebChat.Tokens;
using PolicyBot.Knowledge.Forms;

namespace PolicyBot.Adapters.Papers;

/// <summary>Papers for what is not filed here: forms filled in and checklists, to be printed and handed in.</summary>
public static class PaperExtensions
{
    /// <summary>Needs <c>AddStorage</c>, <c>AddWebChat</c> and the knowledge.</summary>
    public static IServiceCollection AddPapers(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<PaperOptions>().Bind(configuration.GetSection("Papers"))
            .Validate(options => options.KeepFor > TimeSpan.Zero, "Papers:KeepFor must be longer than nothing")
            .ValidateOnStart();
        // That the keys are a plain file is known, and told in the operator's notes, not at every start.
        services.Configure<LoggerFilterOptions>(filter =>
            filter.Rules.Add(new(providerName: null, "Microsoft.AspNetCore.DataProtection", LogLevel.Error, filter: null)));
        services.AddDataProtection().SetApplicationName("policybot");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, log) =>
            keys.XmlRepository ??= Beside(storage.Value.Path, log));
        services.TryAddSingleton<PaperworkMaker>();
        services.AddSingleton(provider => new PaperLinks(
            provider.GetRequiredService<TokenService>(), provider.GetRequiredService<WebChatOptions>()));
        services.AddSingleton<PreparedPaperStore>();
        services.AddSingleton<IPreparedPapers>(provider => provider.GetRequiredService<PreparedPaperStore>());
        services.AddHostedService<PaperSweeper>();
        return services;
    }

    /// <summary>Keys lie in a folder of their own beside the database, so that whoever takes the one has not taken the other.</summary>
    private static FileSystemXmlRepository Beside(string database, ILoggerFactory log)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, "keys", "protection");
        PrivateFolder.Create(folder);
        return new FileSystemXmlRepository(new DirectoryInfo(folder), log);
    }
}
