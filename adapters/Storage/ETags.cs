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

    private static readonly ConditionalWeakTable<object, string> Beside = [];

    public static string? Of(object item) => item switch
    {
        IStoreItem storeItem => storeItem.ETag,
        IDictionary<string, object> dictionary => dictionary.TryGetValue(Entry, out var etag) ? etag as string : null,
        JObject json => json.Value<string>(Entry),
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
