#nullable disable

using System.Diagnostics;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog on the stack, with what it remembers.</summary>
[DebuggerDisplay("{Id}")]
public class DialogInstance : IStateParts
{
    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("state")]
    public IDictionary<string, object> State { get; set; }

    public int? StackIndex { get; set; }

    public string Version { get; set; }

    object[] IStateParts.ToParts() => GetType() == typeof(DialogInstance) ? [Id, State, StackIndex, Version] : null;

    object IStateParts.FromParts(object[] parts) => new DialogInstance
    {
        Id = (string)parts[0],
        State = (IDictionary<string, object>)parts[1],
        StackIndex = (int?)parts[2],
        Version = (string)parts[3],
    };
}
