using System.Net.Http.Headers;
using System.Reflection;

namespace Refit;

/// <summary>One call: a method with its arguments.</summary>
internal sealed record RestCall(RestMethod Method, HttpClient Client, RefitSettings Settings, object?[] Values)
{
    public IEnumerable<(RestParameter Parameter, object? Value)> Arguments => Method.Parameters.Zip(Values);

    public CancellationToken CancellationToken => Values.OfType<CancellationToken>().FirstOrDefault();

    public string? Format(object? value, ICustomAttributeProvider source, Type type) => Settings.UrlParameterFormatter.Format(value, source, type);

    public async Task<HttpRequestMessage> ToRequestAsync()
    {
        var request = new HttpRequestMessage(Method.Verb, RestUrl.Of(this))
        {
            Version = Settings.Version,
            VersionPolicy = Settings.VersionPolicy,
            Content = RestContent.Of(this),
        };
        SetHeaders(request);
        if (request.Headers.Authorization is { Parameter: null or "" } waiting && Settings.AuthorizationHeaderValueGetter is { } getter)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(waiting.Scheme, await getter(request, CancellationToken));
        }

        return request;
    }

    private void SetHeaders(HttpRequestMessage request)
    {
        var headers = new Dictionary<string, string?>(Method.Headers, StringComparer.Ordinal);
        foreach (var (parameter, value) in Arguments)
        {
            switch (parameter.Place)
            {
                case RestPlace.Header:
                    headers[parameter.Header!] = value?.ToString();
                    break;
                case RestPlace.Authorization:
                    headers["Authorization"] = $"{parameter.Header} {value}";
                    break;
                case RestPlace.Headers when value is IDictionary<string, string> collection:
                    foreach (var (name, text) in collection)
                    {
                        headers[name] = text;
                    }

                    break;
            }
        }

        if (headers.Count > 0 && request.Content is null && request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
        {
            request.Content = new ByteArrayContent([]); // headers of content need some
        }

        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            Set(request, OneLine(name), OneLine(value!));
        }
    }

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        if (!request.Headers.TryAddWithoutValidation(name, value))
        {
            request.Content?.Headers.Remove(name);
            request.Content?.Headers.TryAddWithoutValidation(name, value);
        }
    }

    // A line break would start a header of the caller's making.
    private static string OneLine(string text) => text.ReplaceLineEndings(string.Empty);
}
