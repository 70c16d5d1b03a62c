#nullable disable

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that brings others with it.</summary>
public interface IDialogDependencies
{
    IEnumerable<Dialog> GetDependencies();
}
