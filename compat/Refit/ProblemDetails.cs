using System.Text.Json.Serialization;

namespace Refit;

/// <summary>A problem as RFC 9457 has it, with the errors by field that ASP.NET Core adds.</summary>
public class ProblemDetails
{
    public string? Type { get; set; } = "about:blank";

    public string? Title { get; set; }

    public int Status { get; set; }

    public string? Detail { get; set; }

    public string? Instance { get; set; }

    public Dictionary<string, string[]> Errors { get; set; } = [];

    [JsonExtensionData]
    public IDictionary<string, object> Extensions { get; set; } = new Dictionary<string, object>(StringComparer.Ordinal);
}
