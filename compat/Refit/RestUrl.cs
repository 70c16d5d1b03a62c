using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Refit;

/// <summary>Writes path and query.</summary>
internal static partial class RestUrl
{
    private static readonly QueryAttribute Plain = new();

    /// <summary>The names in braces; two stars before a name keep the slashes of its value.</summary>
    public static IEnumerable<string> Placeholders(string path) =>
        Placeholder().Matches(path).Select(match => match.Groups["name"].Value);

    public static Uri Of(RestCall call)
    {
        var path = Placeholder().Replace(call.Method.Path, match =>
        {
            var (parameter, value) = call.Arguments.First(argument => argument.Parameter.Place == RestPlace.Path
                && string.Equals(argument.Parameter.Name, match.Groups["name"].Value, StringComparison.OrdinalIgnoreCase));
            var text = call.Format(value, parameter.Info, parameter.Info.ParameterType) ?? string.Empty;
            return match.Groups["deep"].Success ? string.Join('/', text.Split('/').Select(Uri.EscapeDataString)) : Uri.EscapeDataString(text);
        });
        var query = call.Arguments.Where(argument => argument is { Parameter.Place: RestPlace.Query, Value: not null })
            .SelectMany(argument => Pairs(call, argument.Parameter, argument.Value!))
            .Where(pair => pair.Value is not null)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value!)}");
        var under = call.Client.BaseAddress!.AbsolutePath.TrimEnd('/');
        var joined = string.Join('&', query);
        var separator = joined.Length == 0 ? string.Empty : path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        return new Uri(under + path + separator + joined, UriKind.Relative);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(RestCall call, RestParameter parameter, object value)
    {
        var query = parameter.Query ?? Plain;
        return IsSimple(value.GetType()) || value is IEnumerable and not IDictionary
            ? Values(call, query, value, parameter.Info, parameter.Info.ParameterType).Select(text => KeyValuePair.Create(parameter.Name, text))
            : Members(call, query, value, string.IsNullOrWhiteSpace(query.Prefix) ? string.Empty : query.Prefix + query.Delimiter);
    }

    // The properties of an object, or the entries of a dictionary, each with its name.
    private static IEnumerable<KeyValuePair<string, string?>> Members(RestCall call, QueryAttribute query, object value, string prefix)
    {
        var members = value is IDictionary dictionary
            ? dictionary.Keys.Cast<object>().Select(key => (Name: call.Format(key, key.GetType(), key.GetType()) ?? string.Empty, Value: dictionary[key], Source: (ICustomAttributeProvider)key.GetType()))
            : value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.GetMethod is { IsPublic: true } && !property.IsDefined(typeof(JsonIgnoreAttribute)))
                .Select(property => (Name: property.GetCustomAttribute<AliasAsAttribute>()?.Name ?? property.Name, Value: property.GetValue(value), Source: (ICustomAttributeProvider)property));
        foreach (var (name, member, source) in members.Where(member => member is { Value: not null, Name: not "" }))
        {
            var own = source.GetCustomAttributes(typeof(QueryAttribute), inherit: true).Cast<QueryAttribute>().FirstOrDefault() ?? query;
            var pairs = IsSimple(member!.GetType()) || member is IEnumerable and not IDictionary
                ? Values(call, own, member, source, member.GetType()).Select(text => KeyValuePair.Create(prefix + name, text))
                : Members(call, query, member, prefix + name + query.Delimiter);
            foreach (var pair in pairs)
            {
                yield return pair;
            }
        }
    }

    private static IEnumerable<string?> Values(RestCall call, QueryAttribute query, object value, ICustomAttributeProvider source, Type type)
    {
        if (value is string or not IEnumerable)
        {
            return [call.Format(value, source, type)];
        }

        var values = ((IEnumerable)value).Cast<object?>().Select(item => call.Format(item, source, type));
        var format = query.IsCollectionFormatSpecified ? query.CollectionFormat : call.Settings.CollectionFormat;
        return format switch
        {
            CollectionFormat.Multi => values,
            CollectionFormat.Ssv => [string.Join(' ', values)],
            CollectionFormat.Tsv => [string.Join('\t', values)],
            CollectionFormat.Pipes => [string.Join('|', values)],
            _ => [string.Join(',', values)],
        };
    }

    private static bool IsSimple(Type type) =>
        type == typeof(string) || type == typeof(bool) || type == typeof(char) || type == typeof(Uri) || typeof(IFormattable).IsAssignableFrom(type);

    [GeneratedRegex(@"\{(?<deep>\*\*)?(?<name>[^/?{}\r\n]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
