#nullable disable

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>How the stack stands at the end of a turn.</summary>
public enum DialogTurnStatus
{
    Empty,
    Waiting,
    Complete,
    Cancelled,
    CompleteAndWait,
}
