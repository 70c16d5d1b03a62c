#nullable disable

using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder;

public abstract partial class BotState
{
    /// <summary>The state of one turn, and what it looked like in storage.</summary>
    public class CachedBotState
    {
        private static readonly JsonSerializer Serializer = JsonSerializer.CreateDefault(new JsonSerializerSettings { MaxDepth = null });

        [ThreadStatic]
        private static StringBuilder _buffer;

        public CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
            Hash = Fingerprint(State);
        }

        public IDictionary<string, object> State { get; set; }

        internal string Hash { get; set; }

        /// <summary>The state as JSON, without the version that the storage keeps in it.</summary>
        internal static string Fingerprint(IDictionary<string, object> state)
        {
            var buffer = _buffer ?? new StringBuilder(1024);
            _buffer = null; // a getter of the state may come here again
            using var writer = new JsonTextWriter(new StringWriter(buffer, CultureInfo.InvariantCulture));
            writer.WriteStartObject();
            foreach (var (name, value) in state)
            {
                if (name != MemoryStorage.ETagName)
                {
                    writer.WritePropertyName(name);
                    Serializer.Serialize(writer, value);
                }
            }

            writer.WriteEndObject();
            var fingerprint = buffer.ToString();
            _buffer = buffer.Clear();
            return fingerprint;
        }
    }

    /// <summary>A state of which storage had nothing: it must not overwrite what another turn stores meanwhile.</summary>
    internal sealed class FirstState : Dictionary<string, object>;
}
