#nullable disable

namespace Microsoft.Bot.Builder;

public enum Severity
{
    Verbose,
    Information,
    Warning,
    Error,
    Critical,
}
