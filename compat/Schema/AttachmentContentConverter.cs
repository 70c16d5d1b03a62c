#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>
/// Reads content as the official schema does: an explicit null becomes a null token, so that it is told apart from
/// content that is absent.
/// </summary>
internal sealed class AttachmentContentConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(object);

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) =>
        reader.TokenType switch
        {
            JsonToken.Null => JValue.CreateNull(),
            JsonToken.StartObject or JsonToken.StartArray => JToken.Load(reader),
            _ => reader.Value,
        };

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        throw new NotSupportedException();
}
