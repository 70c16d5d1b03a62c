using System.Reflection;

namespace Refit;

/// <summary>Makes the client of an interface whose methods say what they request.</summary>
public static class RestService
{
    /// <exception cref="ArgumentException">A method of the interface cannot be a request.</exception>
    public static T For<T>(HttpClient client, RefitSettings? settings)
    {
        var proxy = DispatchProxy.Create<T, RestProxy>();
        ((RestProxy)(object)proxy!).Bind(typeof(T), client, settings ?? new RefitSettings());
        return proxy;
    }

    public static T For<T>(HttpClient client) => For<T>(client, settings: null);

    public static T For<T>(string hostUrl, RefitSettings? settings) => For<T>(CreateHttpClient(hostUrl, settings), settings);

    public static T For<T>(string hostUrl) => For<T>(hostUrl, settings: null);

    public static HttpClient CreateHttpClient(string hostUrl, RefitSettings? settings)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hostUrl);
        return new HttpClient(settings?.HttpMessageHandlerFactory?.Invoke() ?? new HttpClientHandler())
        {
            BaseAddress = new Uri(hostUrl.TrimEnd('/')),
        };
    }
}
