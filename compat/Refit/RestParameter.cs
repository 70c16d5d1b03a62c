using System.Reflection;

namespace Refit;

/// <summary>Where a parameter goes.</summary>
internal sealed record RestParameter(ParameterInfo Info, string Name, RestPlace Place, string? Header, QueryAttribute? Query, BodyAttribute? Body)
{
    public static RestParameter[] Of(MethodInfo method, HttpMethod verb, string path, bool multipart)
    {
        var implied = multipart || verb == HttpMethod.Get || verb == HttpMethod.Head || verb == HttpMethod.Delete
            ? null
            : ImpliedBody(method, path);
        var parameters = Array.ConvertAll(method.GetParameters(), info => Of(info, path, multipart, info == implied));
        var unknown = RestUrl.Placeholders(path).FirstOrDefault(name => !parameters.Any(parameter => parameter.Place == RestPlace.Path && string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)));
        return unknown is null ? parameters : throw new ArgumentException($"The path {path} has {{{unknown}}}, but {method.Name} has no such parameter.", nameof(path));
    }

    private static RestParameter Of(ParameterInfo info, string path, bool multipart, bool impliedBody)
    {
        var name = NameOf(info);
        var query = info.GetCustomAttribute<QueryAttribute>();
        var body = info.GetCustomAttribute<BodyAttribute>() ?? (impliedBody ? new BodyAttribute(BodySerializationMethod.Serialized) : null);
        var header = info.GetCustomAttribute<HeaderAttribute>()?.Header.Trim();
        var scheme = info.GetCustomAttribute<AuthorizeAttribute>()?.Scheme;
        var place = true switch
        {
            _ when info.ParameterType == typeof(CancellationToken) => RestPlace.Cancellation,
            _ when RestUrl.Placeholders(path).Contains(name, StringComparer.OrdinalIgnoreCase) => RestPlace.Path,
            _ when header is not null => RestPlace.Header,
            _ when scheme is not null => RestPlace.Authorization,
            _ when info.IsDefined(typeof(HeaderCollectionAttribute)) => RestPlace.Headers,
            _ when body is not null && !multipart => RestPlace.Body,
            _ when multipart && query is null => RestPlace.Part,
            _ => RestPlace.Query,
        };
        return new RestParameter(info, name, place, header ?? scheme, query, body);
    }

    // Without an attribute, the one parameter that is neither a value, nor text, nor anything else is the body.
    private static ParameterInfo? ImpliedBody(MethodInfo method, string path)
    {
        if (method.GetParameters().Any(info => info.IsDefined(typeof(BodyAttribute))))
        {
            return null;
        }

        var complex = method.GetParameters().Where(info => !info.ParameterType.IsValueType
            && info.ParameterType != typeof(string)
            && !info.IsDefined(typeof(QueryAttribute))
            && !info.IsDefined(typeof(HeaderCollectionAttribute))
            && !RestUrl.Placeholders(path).Contains(NameOf(info), StringComparer.OrdinalIgnoreCase)).ToArray();
        return complex.Length < 2 ? complex.FirstOrDefault() : throw new ArgumentException($"{method.Name} has several parameters that may be the body: mark one.", nameof(method));
    }

    private static string NameOf(ParameterInfo info) => info.GetCustomAttribute<AliasAsAttribute>()?.Name ?? info.Name!;
}

internal enum RestPlace
{
    Path,
    Query,
    Header,
    Headers,
    Authorization,
    Body,
    Part,
    Cancellation,
}
