#nullable disable

using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The stack as it is stored; the active dialog comes first.</summary>
public class DialogState : IStateParts
{
    public DialogState()
        : this(null)
    {
    }

    public DialogState(List<DialogInstance> stack)
    {
        DialogStack = stack ?? [];
    }

    [JsonProperty("dialogStack")]
    public List<DialogInstance> DialogStack { get; set; }

    object[] IStateParts.ToParts() => GetType() == typeof(DialogState) ? [.. DialogStack ?? []] : null;

    object IStateParts.FromParts(object[] parts) => new DialogState([.. parts.Cast<DialogInstance>()]);
}
