#nullable disable

using System.Diagnostics;

namespace Microsoft.Bot.Builder.Dialogs;

[DebuggerDisplay("{Status}: {Result}")]
public class DialogTurnResult(DialogTurnStatus status, object result = null)
{
    public DialogTurnStatus Status { get; set; } = status;

    public object Result { get; set; } = result;

    public bool ParentEnded { get; set; }
}
