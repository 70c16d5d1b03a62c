using System.Globalization;
using Microsoft.Bot.Builder;
using Newtonsoft.Json;

namespace PolicyBot.Tests.Compat.Support;

/// <summary>
/// A storage as compat/README.md describes it for a database: JSON text, and the version in the state as "eTag".
/// </summary>
internal sealed class VersioningStorage : IStorage
{
    private const string ETag = "eTag";

    private static readonly JsonSerializerSettings Settings = new() { TypeNameHandling = TypeNameHandling.All };

    private readonly Dictionary<string, (string Json, int Version)> _rows = [];

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, object>();
        foreach (var key in keys)
        {
            var (json, version) = _rows.GetValueOrDefault(key, ("{}", 0));
            var state = JsonConvert.DeserializeObject<Dictionary<string, object>>(json, Settings)!;
            state[ETag] = version.ToString(CultureInfo.InvariantCulture);
            found[key] = state;
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, item) in changes)
        {
            var state = (IDictionary<string, object>)item;
            var version = _rows.GetValueOrDefault(key).Version;
            if (state.TryGetValue(ETag, out var own) && (string)own != version.ToString(CultureInfo.InvariantCulture))
            {
                throw new InvalidOperationException($"Etag conflict: {key}");
            }

            state.Remove(ETag);
            _rows[key] = (JsonConvert.SerializeObject(state, Settings), version + 1);
            state[ETag] = (version + 1).ToString(CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        foreach (var key in keys)
        {
            _rows.Remove(key);
        }

        return Task.CompletedTask;
    }
}
