#nullable disable

namespace Microsoft.Bot.Builder.Dialogs;

internal static class Misplaced
{
    /// <summary>A token lands in an optional object parameter easily, and would be stored with the state.</summary>
    /// <exception cref="ArgumentException">The value is a cancellation token.</exception>
    public static void RefuseToken(object value, string name)
    {
        if (value is CancellationToken)
        {
            throw new ArgumentException($"{name} cannot be a cancellation token.", name);
        }
    }
}
