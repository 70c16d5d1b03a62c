#nullable disable

using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A reaction to a message, for example "like".</summary>
public class MessageReaction
{
    public MessageReaction()
    {
    }

    public MessageReaction(string type = default)
    {
        Type = type;
    }

    [JsonProperty("type")]
    public string Type { get; set; }
}
