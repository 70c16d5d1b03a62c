using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.FilingService;

public static class FilingServiceExtensions
{
    /// <summary>The reference filing service, unless <c>FilingService:Enabled</c> or another <c>Filing:BaseAddress</c> says no. Needs <c>AddStorage</c>, an <c>IDeterminer</c> and a <c>WorkCalendar</c>.</summary>
    public static IServiceCollection AddFilingService(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new FilingApiKey(configuration));
        services.AddOptions<FilingServiceOptions>().Bind(configuration.GetSection("FilingService"))
            .Validate(options => !string.IsNullOrWhiteSpace(options.Path), "FilingService:Path must name the filing service's database file")
            .Validate(options => !string.IsNullOrWhiteSpace(options.AttachmentsPath), "FilingService:AttachmentsPath must name the folder for attachments")
            .Validate(options => options.MaxAttachmentBytes > 0, "FilingService:MaxAttachmentBytes must be above 0")
            .Validate(options => options.MaxDaysAhead >= 0 && options.MaxDaysBack >= 0 && options.MaxDaysOnTheWay >= 0, "FilingService:MaxDaysAhead, MaxDaysBack and MaxDaysOnTheWay must not be below 0")
            .PostConfigure<IHostEnvironment>((options, host) =>
            {
                options.Enabled ??= string.IsNullOrWhiteSpace(configuration["Filing:BaseAddress"]);
                options.Path = StorageExtensions.Below(host.ContentRootPath, options.Path);
                options.AttachmentsPath = StorageExtensions.Below(host.ContentRootPath, options.AttachmentsPath);
            })
            .ValidateOnStart();
        services.AddSingleton(provider => new FilingDatabase(provider.GetRequiredService<IOptions<FilingServiceOptions>>().Value.Path));
        services.AddSingleton<FilingVault>();
        services.AddHostedService<FilingPrivacy>();
        services.AddSingleton<FilingRules>();
        services.AddSingleton<FilingLife>();
        services.AddSingleton<FilingRegister>();
        services.AddSingleton<FilingIntake>();
        services.AddSingleton<FilingRequests>();
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<IPersonalDataStore>(provider => provider.GetRequiredService<AttachmentStore>());
        services.AddSingleton<IFilingReview, FilingReview>();
        services.AddSingleton<FilingSweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<FilingSweeper>());
        return services;
    }

    /// <summary>Maps the API under <c>/filing-api</c>; it is described by its own openapi.yaml, not by the host's.</summary>
    public static IEndpointRouteBuilder MapFilingService(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        if (routes.ServiceProvider.GetRequiredService<IOptions<FilingServiceOptions>>().Value.Enabled == true)
        {
            var group = routes.MapGroup("/filing-api").AddEndpointFilter<RouteGroupBuilder, ApiKeyFilter>().ExcludeFromDescription();
            group.MapFilings();
            group.MapAttachments();
        }

        return routes;
    }
}
