using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using NewtonsoftException = Newtonsoft.Json.JsonException;
using NewtonsoftReader = Newtonsoft.Json.JsonTextReader;

namespace PolicyBot.Adapters.WebChat.Routes;

/// <summary>Reading what clients send, within limits.</summary>
internal static class Body
{
    private const int MaxDepth = 32;

    /// <summary>A small optional body: null when there is none or when it is not what it should be.</summary>
    public static async Task<T?> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        var text = await ReadTextAsync(request.Body, 16 * 1024, request.HttpContext.RequestAborted);
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An activity, as Newtonsoft's types because the Bot Framework's activities are; null when it is not JSON.</summary>
    public static JObject? ParseActivity(string text)
    {
        try
        {
            using var reader = new NewtonsoftReader(new StringReader(text)) { MaxDepth = MaxDepth, DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
            return JToken.ReadFrom(reader) as JObject;
        }
        catch (NewtonsoftException)
        {
            return null;
        }
    }

    /// <summary>Null when it is longer than the limit, in bytes.</summary>
    public static async Task<string?> ReadTextAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(limit, 4096)];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length >= limit)
                {
                    return await body.ReadAsync(new byte[1], cancellationToken) == 0 ? Encoding.UTF8.GetString(buffer, 0, length) : null;
                }

                Array.Resize(ref buffer, Math.Min(limit, length * 4));
            }

            var read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return Encoding.UTF8.GetString(buffer, 0, length);
            }

            length += read;
        }
    }

    /// <summary>
    /// Reads the rest of a request that is refused. A browser that is still sending when the answer comes and the
    /// connection closes shows "connection reset" instead of the answer.
    /// </summary>
    public static async Task DrainAsync(Stream body, long limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        for (long total = 0; total < limit;)
        {
            var read = await body.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                return;
            }

            total += read;
        }
    }
}
