#nullable disable

namespace Microsoft.Bot.Schema;

/// <summary>Activity types that stay inside the process and never reach a channel.</summary>
public static class ActivityTypesEx
{
    public const string Delay = "delay";
    public const string InvokeResponse = "invokeResponse";
}
