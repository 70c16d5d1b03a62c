using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PolicyBot.Adapters.Storage.Inspection;

internal static class InspectionExtensions
{
    /// <summary>What looks at files before they are kept, with a scanner when one is configured.</summary>
    public static IServiceCollection AddInspection(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScannerOptions>().Bind(configuration.GetSection("Scanner"))
            .Validate(options => options.Address is not { Length: > 0 } address || ClamdScanner.IsAddress(address), "Scanner:Address must be tcp://HOST:PORT or unix:/PATH")
            .Validate(options => options.Timeout > TimeSpan.Zero, "Scanner:Timeout must be above 0")
            .ValidateOnStart();
        services.AddSingleton<IFileScanner>(provider => provider.GetRequiredService<IOptions<ScannerOptions>>().Value is { Address.Length: > 0 } options
            ? new ClamdScanner(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ClamdScanner>>())
            : new NoScanner());
        services.AddSingleton(PhotoLimits.Default);
        services.AddSingleton<FileInspection>();
        return services;
    }
}
