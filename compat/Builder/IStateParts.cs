#nullable disable

namespace Microsoft.Bot.Builder;

/// <summary>A value that can be taken apart and put together again, so that it is copied without JSON.</summary>
internal interface IStateParts
{
    /// <returns>Null if it is of a derived type, which may hold more.</returns>
    object[] ToParts();

    object FromParts(object[] parts);
}
