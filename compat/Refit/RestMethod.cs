using System.Reflection;

namespace Refit;

/// <summary>What the attributes of a method say, read once.</summary>
internal sealed class RestMethod
{
    private RestMethod(Type type, MethodInfo method, HttpMethodAttribute request)
    {
        if (request.Path is not "" && (request.Path[0] != '/' || request.Path.AsSpan().ContainsAny('\r', '\n')))
        {
            throw new ArgumentException($"The path {request.Path} must start with a slash and stand on one line.", nameof(method));
        }

        Verb = request.Method;
        Path = request.Path;
        Boundary = method.GetCustomAttribute<MultipartAttribute>()?.BoundaryText;
        Headers = FixedHeaders(type, method);
        Parameters = RestParameter.Of(method, Verb, Path, Boundary is not null);
        Call = RestCaller.For(method.ReturnType)
            ?? throw new ArgumentException($"The method {method.Name} must return a task.", nameof(method));
    }

    public HttpMethod Verb { get; }

    public string Path { get; }

    /// <summary>The boundary of the form; null if the method sends none.</summary>
    public string? Boundary { get; }

    public IReadOnlyDictionary<string, string?> Headers { get; }

    public IReadOnlyList<RestParameter> Parameters { get; }

    public Func<RestCall, object> Call { get; }

    /// <exception cref="ArgumentException">The method cannot be a request.</exception>
    public static RestMethod Of(Type type, MethodInfo method)
    {
        if (method.GetCustomAttribute<HttpMethodAttribute>() is { } request)
        {
            return new RestMethod(type, method, request);
        }

        return method.DeclaringType == typeof(IDisposable)
            ? null!
            : throw new ArgumentException($"The method {method.Name} has no verb.", nameof(method));
    }

    private static Dictionary<string, string?> FixedHeaders(Type type, MethodInfo method)
    {
        var headers = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var header in type.GetInterfaces().Reverse().Append(type).Cast<MemberInfo>().Append(method)
            .SelectMany(member => member.GetCustomAttributes<HeadersAttribute>())
            .SelectMany(attribute => attribute.Headers)
            .Where(header => !string.IsNullOrWhiteSpace(header)))
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            headers[(colon < 0 ? header : header[..colon]).Trim()] = colon < 0 ? null : header[(colon + 1)..].Trim();
        }

        return headers;
    }
}
