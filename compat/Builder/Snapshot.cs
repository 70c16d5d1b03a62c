#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// A copy of a value at one moment. What states are mostly made of (text, numbers, dictionaries, dialog stacks) is
/// copied as it is; anything else goes through JSON with its type, which is what the official package does with all.
/// </summary>
internal static class Snapshot
{
    private const int Deepest = 128;

    // The JSON never leaves the process, so its types are those that were put in.
    private static readonly JsonSerializer Serializer = new() { TypeNameHandling = TypeNameHandling.All, MaxDepth = null };

    /// <exception cref="JsonSerializationException">The value holds itself.</exception>
    public static object Take(object value, int depth = 0) => value switch
    {
        null => null,
        _ when IsPlain(value) => value,
        Dictionary<string, object> map when IsMap(map) => Each(map, Take, Below(depth)),
        Dictionary<string, string> map when map.GetType() == typeof(Dictionary<string, string>) => new Dictionary<string, string>(map),
        List<string> list when list.GetType() == typeof(List<string>) => new List<string>(list),
        IStateParts whole when whole.ToParts() is { } parts => new Parts(whole, Each(parts, Take, Below(depth))),
        _ => new Json(JToken.FromObject(value, Serializer)),
    };

    /// <returns>A new value every time.</returns>
    public static object Restore(object taken, int depth = 0) => taken switch
    {
        Json json => json.Token.ToObject<object>(Serializer),
        Parts parts => parts.Whole.FromParts(Each(parts.Items, Restore, depth)),
        Dictionary<string, object> map => Each(map, Restore, depth),
        Dictionary<string, string> map => new Dictionary<string, string>(map),
        List<string> list => new List<string>(list),
        _ => taken,
    };

    /// <summary>True if the value is still what it was when the snapshot was taken.</summary>
    public static bool IsCurrent(object taken, object value) => (taken, value) switch
    {
        (Json json, not null) => !IsPlain(value) && JToken.DeepEquals(json.Token, JToken.FromObject(value, Serializer)),
        (Parts parts, IStateParts whole) => whole.ToParts() is { } now && Same(parts.Items, now),
        (Dictionary<string, object> then, Dictionary<string, object> now) => IsMap(now) && Same(then, now),
        (Dictionary<string, string> then, Dictionary<string, string> now) => then.Count == now.Count && then.All(now.Contains),
        (List<string> then, List<string> now) => then.SequenceEqual(now, StringComparer.Ordinal),
        _ => Equals(taken, value),
    };

    public static bool Same(Dictionary<string, object> then, IDictionary<string, object> now)
    {
        if (then.Count != now.Count)
        {
            return false;
        }

        foreach (var (name, taken) in then)
        {
            if (!now.TryGetValue(name, out var value) || !IsCurrent(taken, value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(object[] then, object[] now)
    {
        var same = then.Length == now.Length;
        for (var i = 0; same && i < then.Length; i++)
        {
            same = IsCurrent(then[i], now[i]);
        }

        return same;
    }

    private static bool IsPlain(object value) => value is string or bool or int or long or double or decimal or DateTime or DateTimeOffset;

    private static bool IsMap(Dictionary<string, object> map) => map.GetType() == typeof(Dictionary<string, object>) || map is BotState.FirstState;

    private static int Below(int depth) => depth < Deepest ? depth + 1 : throw new JsonSerializationException("A state must not hold itself.");

    private static Dictionary<string, object> Each(Dictionary<string, object> map, Func<object, int, object> copy, int depth)
    {
        var copies = new Dictionary<string, object>(map.Count);
        foreach (var (name, value) in map)
        {
            copies[name] = copy(value, depth);
        }

        return copies;
    }

    private static object[] Each(object[] parts, Func<object, int, object> copy, int depth) => Array.ConvertAll(parts, part => copy(part, depth));

    private sealed record Json(JToken Token);

    private sealed record Parts(IStateParts Whole, object[] Items);
}
