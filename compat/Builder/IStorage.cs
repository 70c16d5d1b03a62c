#nullable disable

namespace Microsoft.Bot.Builder;

/// <summary>Keeps items by key. What is read is always a copy.</summary>
public interface IStorage
{
    /// <returns>The items found; keys that are not there are left out.</returns>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>An item that carries its version. "*" overwrites whatever is there.</summary>
public interface IStoreItem
{
    string ETag { get; set; }
}
