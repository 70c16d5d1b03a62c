#nullable disable

namespace Microsoft.Bot.Builder;

internal static class StorageKey
{
    /// <exception cref="InvalidOperationException">The activity does not say where it belongs.</exception>
    public static string Part(string value, string name) =>
        value ?? throw new InvalidOperationException($"The activity has no {name}.");
}
