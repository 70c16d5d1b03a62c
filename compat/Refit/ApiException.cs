using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Refit;

/// <summary>An answer that is not a success, or cannot be read.</summary>
public class ApiException : ApiExceptionBase
{
    protected ApiException(HttpRequestMessage message, HttpMethod httpMethod, string? content, HttpStatusCode statusCode, string? reasonPhrase, HttpResponseHeaders headers, RefitSettings refitSettings, Exception? innerException = null)
        : this(Describe(statusCode, reasonPhrase), message, httpMethod, content, statusCode, reasonPhrase, headers, refitSettings, innerException)
    {
    }

    protected ApiException(string exceptionMessage, HttpRequestMessage message, HttpMethod httpMethod, string? content, HttpStatusCode statusCode, string? reasonPhrase, HttpResponseHeaders headers, RefitSettings refitSettings, Exception? innerException = null)
        : base(exceptionMessage, message, httpMethod, refitSettings, innerException)
    {
        StatusCode = statusCode;
        ReasonPhrase = reasonPhrase;
        Headers = headers;
        Content = content;
    }

    public HttpStatusCode StatusCode { get; }

    public string? ReasonPhrase { get; }

    public HttpResponseHeaders Headers { get; }

    public HttpContentHeaders? ContentHeaders { get; private set; }

    public string? Content { get; private set; }

    [MemberNotNullWhen(true, nameof(Content))]
    public bool HasContent => !string.IsNullOrWhiteSpace(Content);

    public static Task<ApiException> Create(HttpRequestMessage message, HttpMethod httpMethod, HttpResponseMessage response, RefitSettings refitSettings, Exception? innerException = null) =>
        response is { IsSuccessStatusCode: true }
            ? throw new ArgumentException("The answer is a success.", nameof(response))
            : Create(Describe(response.StatusCode, response.ReasonPhrase), message, httpMethod, response, refitSettings, innerException);

    public static async Task<ApiException> Create(string exceptionMessage, HttpRequestMessage message, HttpMethod httpMethod, HttpResponseMessage response, RefitSettings refitSettings, Exception? innerException = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        var exception = new ApiException(exceptionMessage, message, httpMethod, content: null, response.StatusCode, response.ReasonPhrase, response.Headers, refitSettings, innerException)
        {
            ContentHeaders = response.Content.Headers,
        };
        try
        {
            exception.Content = await response.Content.ReadAsStringAsync();
            return response.Content.Headers.ContentType?.MediaType == "application/problem+json"
                ? ValidationApiException.Create(exception)
                : exception;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidOperationException or ArgumentException or JsonException or OperationCanceledException)
        {
            // A body that cannot be read must not hide the status.
            return exception;
        }
    }

    public async Task<T?> GetContentAsAsync<T>()
    {
        if (!HasContent)
        {
            return default;
        }

        using var content = new StringContent(Content);
        return await RefitSettings.ContentSerializer.FromHttpContentAsync<T>(content);
    }

    private static string Describe(HttpStatusCode statusCode, string? reasonPhrase) =>
        $"Response status code does not indicate success: {(int)statusCode} ({reasonPhrase}).";
}
