#nullable disable

using System.Diagnostics;

namespace Microsoft.Bot.Builder.Dialogs;

[DebuggerDisplay("{Name}")]
public class DialogEvent
{
    /// <summary>True if the dialogs above get it when nobody below has handled it.</summary>
    public bool Bubble { get; set; }

    public string Name { get; set; }

    public object Value { get; set; }
}
