using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Refit;

namespace PolicyBot.Adapters.Filings;

/// <summary>The one client of the filing API. Made at first use, because the host's own address is known only once it listens.</summary>
internal sealed class FilingApiClient
{
    public const string HttpClientName = "filing";

    private static readonly RefitSettings Settings = new(new SystemTextJsonContentSerializer(FilingJson.Options));

    private readonly Lazy<IFilingApi> api;

    public FilingApiClient(IHttpClientFactory clients, IOptions<FilingOptions> options, FilingApiKey key, IServiceProvider services) =>
        api = new Lazy<IFilingApi>(
            () =>
            {
                var client = clients.CreateClient(HttpClientName);
                client.BaseAddress = options.Value.BaseAddress ?? OwnAddress(services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Value);
                return RestService.For<IFilingApi>(client, Settings);
            },
            LazyThreadSafetyMode.PublicationOnly);

    public IFilingApi Api => api.Value;

    // A server that listens on every address (0.0.0.0, [::], *) is reached on the loopback one.
    internal static Uri OwnAddress(IEnumerable<string> listening)
    {
        var address = listening.OrderByDescending(candidate => candidate.StartsWith("http://", StringComparison.Ordinal)).FirstOrDefault() ?? "http://localhost";
        var binding = BindingAddress.Parse(address);
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : binding.Host;
        return new Uri($"{binding.Scheme}://{host}:{binding.Port}{binding.PathBase}/filing-api");
    }
}
