using System.Text.Json;
using System.Text.Json.Serialization;

namespace Refit;

/// <summary>An answer with problem details (RFC 9457).</summary>
public class ValidationApiException : ApiException
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.Strict, Converters = { new ObjectToInferredTypesConverter() } };

    private ValidationApiException(ApiException exception)
        : base(exception.RequestMessage, exception.HttpMethod, exception.Content, exception.StatusCode, exception.ReasonPhrase, exception.Headers, exception.RefitSettings)
    {
    }

    /// <summary>Hides the text of the answer, which <see cref="ApiException.Content" /> has.</summary>
    public new ProblemDetails? Content { get; private set; }

    /// <exception cref="ArgumentException">The answer has no content.</exception>
    /// <exception cref="JsonException">The content is not JSON.</exception>
    public static ValidationApiException Create(ApiException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.HasContent
            ? new ValidationApiException(exception) { Content = JsonSerializer.Deserialize<ProblemDetails>(exception.Content, Options) }
            : throw new ArgumentException("The answer has no content.", nameof(exception));
    }
}
