using System.Runtime.CompilerServices;
using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace PolicyBot.Adapters.Storage;

/// <summary>
/// Where an item carries its ETag: an <see cref="IStoreItem"/> in its property; a dictionary, which is what bot state is, in
/// an entry; anything else beside the object that was read.
/// </summary>
internal static class ETags
{
    public const string Entry = "eTag";

    /// <summary>Nothing was stored when it was read, so writing it only inserts.</summary>
    public const string NoRow = "none";

    public const string Any = "*";

    private static readonly ConditionalWeakTable<object, string> Beside = [];

    /// <summary>The ETag that the row must have for the item to be written; null for no row.</summary>
    public static string? Expected(object item) => item switch
    {
        IStoreItem storeItem => storeItem.ETag is { Length: > 0 } etag ? etag : null,
        IDictionary<string, object> dictionary => dictionary.TryGetValue(Entry, out var etag) ? etag as string : Any,
        JObject json => json.Value<string>(Entry) ?? Any,
        _ => Beside.TryGetValue(item, out var etag) ? etag : null,
    };

    public static void Set(object item, string etag)
    {
        switch (item)
        {
            case IStoreItem storeItem:
                storeItem.ETag = etag;
                break;
            case IDictionary<string, object> dictionary:
                dictionary[Entry] = etag;
                break;
            case JObject json:
                json[Entry] = etag;
                break;
            default:
                Beside.AddOrUpdate(item, etag);
                break;
        }
    }
}
