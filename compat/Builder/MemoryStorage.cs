#nullable disable

using System.Globalization;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Items in memory. Stricter than the official one: a stale copy is refused whatever the item is (README.md tells
/// where the version of each kind of item is).
/// </summary>
public class MemoryStorage : IStorage
{
    internal const string ETagName = "eTag";

    // Types are written beside the values, so that an item comes back as what it was; the JSON never leaves the process.
    private static readonly JsonSerializer Serializer = new() { TypeNameHandling = TypeNameHandling.All, MaxDepth = null };

    private readonly Dictionary<string, Stored> _items = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly ConditionalWeakTable<object, string> _versions = [];
    private long _lastVersion;

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        foreach (var key in keys)
        {
            if (Find(key) is { Json: { } json, ETag: var version })
            {
                var item = json.ToObject<object>(Serializer);
                SetVersion(item, version);
                found[key] = item;
            }
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <exception cref="ArgumentException">An item is a stale copy, as the official storage has it; nothing is written.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var written = changes.Select(change => (change.Key, Item: change.Value, Json: ToJson(change.Value))).ToArray();
        lock (_lock)
        {
            foreach (var (key, item, _) in written)
            {
                RefuseStale(key, item);
            }

            foreach (var (key, item, json) in written)
            {
                var version = (++_lastVersion).ToString(CultureInfo.InvariantCulture);
                _items[key] = new Stored(json, version);
                FollowVersion(item, version);
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                _items.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    private static JObject ToJson(object item)
    {
        if (item is null)
        {
            return null;
        }

        var json = JObject.FromObject(item is BotState.FirstState first ? new Dictionary<string, object>(first) : item, Serializer);
        if (item is IStoreItem or IDictionary<string, object>)
        {
            json.Remove(ETagName);
        }

        return json;
    }

    private Stored Find(string key)
    {
        lock (_lock)
        {
            return _items.GetValueOrDefault(key);
        }
    }

    private void RefuseStale(string key, object item)
    {
        var current = _items.GetValueOrDefault(key)?.ETag;
        var stale = item switch
        {
            null => false,
            IStoreItem versioned => current is not null && versioned.ETag != "*" && versioned.ETag != current,
            IDictionary<string, object> state when state.TryGetValue(ETagName, out var own) => own is not "*" && !Equals(own, current),
            BotState.FirstState => current is not null,
            _ => _versions.TryGetValue(item, out var own) && own != current,
        };
        if (stale)
        {
            throw new ArgumentException($"Etag conflict: {key} was written by another turn meanwhile.", nameof(item));
        }
    }

    private void SetVersion(object item, string version)
    {
        switch (item)
        {
            case IStoreItem versioned:
                versioned.ETag = version;
                break;
            case IDictionary<string, object> state:
                state[ETagName] = version;
                break;
            default:
                _versions.AddOrUpdate(item, version);
                break;
        }
    }

    // A copy that was read may be written again, save an IStoreItem, which has to be read first, as the official one.
    private void FollowVersion(object item, string version)
    {
        if (item is IDictionary<string, object> state ? state.ContainsKey(ETagName) || state is BotState.FirstState : item is not (null or IStoreItem) && _versions.TryGetValue(item, out _))
        {
            SetVersion(item, version);
        }
    }

    private sealed record Stored(JObject Json, string ETag);
}
