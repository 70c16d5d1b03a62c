#nullable disable

namespace Microsoft.Bot.Builder;

public static class StorageExtensions
{
    /// <returns>Those of the items found that are a <typeparamref name="TStoreItem" />.</returns>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        var found = new Dictionary<string, TStoreItem>(keys.Length);
        foreach (var (key, item) in await storage.ReadAsync(keys, cancellationToken))
        {
            if (item is TStoreItem typed)
            {
                found.Add(key, typed);
            }
        }

        return found;
    }
}
