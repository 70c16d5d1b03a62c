#nullable disable

namespace Microsoft.Bot.Builder;

/// <summary>The answer to an invoke activity: an HTTP status and a body that can be written as JSON.</summary>
public class InvokeResponse
{
    public int Status { get; set; }

    public object Body { get; set; }

    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}
