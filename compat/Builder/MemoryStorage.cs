#nullable disable

using System.Globalization;
using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Items in memory. Stricter than the official one: a stale copy is refused whatever the item is (README.md tells
/// where the version of each kind of item is).
/// </summary>
public class MemoryStorage : IStorage
{
    internal const string ETagName = "eTag";

    private readonly Dictionary<string, Stored> _items = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly ConditionalWeakTable<object, string> _versions = [];
    private long _lastVersion;

    /// <param name="dictionary">What the storage holds to begin with.</param>
    public MemoryStorage(Dictionary<string, JObject> dictionary = null)
    {
        foreach (var (key, json) in dictionary ?? [])
        {
            _items[key] = new Stored(Snapshot.Take(json), ETag: "0");
        }
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        foreach (var key in keys)
        {
            if (Find(key) is { Item: { } stored, ETag: var version })
            {
                var item = Snapshot.Restore(stored);
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
        var written = changes.Select(change => (change.Key, Item: change.Value, Taken: Snapshot.Take(change.Value))).ToArray();
        lock (_lock)
        {
            foreach (var (key, item, _) in written)
            {
                RefuseStale(key, item);
            }

            foreach (var (key, item, taken) in written)
            {
                var version = (++_lastVersion).ToString(CultureInfo.InvariantCulture);
                _items[key] = new Stored(taken, version);
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

    private sealed record Stored(object Item, string ETag);
}
