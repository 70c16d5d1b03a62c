using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Adapters.Filings;

public static class FilingExtensions
{
    /// <summary>The bot's side of filing: <see cref="IFilingDesk"/> and what sends pending filings again. Needs <c>AddStorage</c>.</summary>
    public static IServiceCollection AddFiling(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new FilingApiKey(configuration));
        services.AddOptions<FilingOptions>().Bind(configuration.GetSection("Filing"))
            .Validate(options => options.BaseAddress is null || IsSafe(options.BaseAddress), "Filing:BaseAddress must be an https address (http only on this machine): personal data goes there")
            .Validate(options => options.BaseAddress is null || !string.IsNullOrWhiteSpace(options.ApiKey), "Filing:ApiKey must be set when Filing:BaseAddress is")
            .Validate(options => options.AttemptTimeout > TimeSpan.Zero && options.TotalTimeout >= options.AttemptTimeout && options.AttachTimeout > TimeSpan.Zero, "Filing: time-outs must be above 0, TotalTimeout not below AttemptTimeout")
            .Validate(options => options.Retries is >= 0 and <= 10, "Filing:Retries must be 0 to 10")
            .Validate(options => options.ResendDelay > TimeSpan.Zero && options.MaxResendDelay >= options.ResendDelay, "Filing:ResendDelay must be above 0, MaxResendDelay not below it")
            .Validate(options => options.CircuitCalls >= 2 && options.CircuitBreak >= TimeSpan.FromMilliseconds(500), "Filing:CircuitCalls must be 2 or more, CircuitBreak half a second or more")
            .ValidateOnStart();

        services.AddTransient<ResilienceHandler>();
        services.AddHttpClient(FilingApiClient.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler<ResilienceHandler>()
            .RedactLoggedHeaders(["Authorization", FilingHeaders.IdNumberTail])
            .UseSocketsHttpHandler((handler, provider) =>
            {
                // The client is kept for good, so connections are renewed below it, for changes of address.
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);

                // Personal data goes to the configured host and to no other; to this very machine never by way of a proxy.
                handler.AllowAutoRedirect = false;
                handler.UseProxy = provider.GetRequiredService<IOptions<FilingOptions>>().Value.BaseAddress is { IsLoopback: false };
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

        services.AddSingleton<FilingApiClient>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<IPersonalDataStore>(provider => provider.GetRequiredService<Outbox>());
        services.AddSingleton<FilingSender>();
        services.AddSingleton<IFilingDesk, FilingDesk>();
        services.AddSingleton<FilingResender>();
        services.AddHostedService(provider => provider.GetRequiredService<FilingResender>());
        return services;
    }

    private static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
