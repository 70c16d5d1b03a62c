using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyBot.Adapters.Privacy;
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
        services.TryAddSingleton<PaperworkMaker>();
        services.AddSingleton(provider => new PaperLinks(
            provider.GetRequiredService<TokenService>(), provider.GetRequiredService<WebChatOptions>()));
        services.AddSingleton<PreparedPaperStore>();
        services.AddSingleton<IPreparedPapers>(provider => provider.GetRequiredService<PreparedPaperStore>());
        services.AddSingleton<IPersonalDataStore>(provider => provider.GetRequiredService<PreparedPaperStore>());
        services.AddHostedService<PaperSweeper>();
        return services;
    }
}
