using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;

namespace Refit;

/// <summary>An answer with its body, or with what went wrong.</summary>
public sealed class ApiResponse<T>(HttpRequestMessage request, HttpResponseMessage? response, T? content, RefitSettings settings, ApiExceptionBase? error = null) : IApiResponse<T>
{
    public ApiResponse(HttpResponseMessage response, T? content, RefitSettings settings, ApiExceptionBase? error = null)
        : this(response.RequestMessage!, response, content, settings, error)
    {
    }

    public T? Content { get; } = content;

    public RefitSettings Settings { get; } = settings;

    public HttpResponseHeaders? Headers => response?.Headers;

    public HttpContentHeaders? ContentHeaders => response?.Content?.Headers;

    [MemberNotNullWhen(true, nameof(Headers))]
    [MemberNotNullWhen(true, nameof(ContentHeaders))]
    [MemberNotNullWhen(true, nameof(StatusCode))]
    [MemberNotNullWhen(true, nameof(Version))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccessStatusCode => response is { IsSuccessStatusCode: true };

    [MemberNotNullWhen(true, nameof(Headers))]
    [MemberNotNullWhen(true, nameof(Content))]
    [MemberNotNullWhen(true, nameof(ContentHeaders))]
    [MemberNotNullWhen(true, nameof(StatusCode))]
    [MemberNotNullWhen(true, nameof(Version))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccessful => IsSuccessStatusCode && Error is null;

    [MemberNotNullWhen(true, nameof(Headers))]
    [MemberNotNullWhen(true, nameof(Content))]
    [MemberNotNullWhen(true, nameof(ContentHeaders))]
    [MemberNotNullWhen(true, nameof(StatusCode))]
    [MemberNotNullWhen(true, nameof(Version))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsReceived => response is not null;

    public string? ReasonPhrase => response?.ReasonPhrase;

    public HttpRequestMessage RequestMessage => request;

    public HttpStatusCode? StatusCode => response?.StatusCode;

    public Version? Version => response?.Version;

    public ApiExceptionBase? Error { get; private set; } = error;

    public Task<ApiResponse<T>> EnsureSuccessStatusCodeAsync() => IsSuccessStatusCode ? Task.FromResult(this) : ThrowAsync();

    public Task<ApiResponse<T>> EnsureSuccessfulAsync() => IsSuccessful ? Task.FromResult(this) : ThrowAsync();

    public bool HasRequestError([MaybeNullWhen(false)] out ApiRequestException error)
    {
        error = Error as ApiRequestException;
        return error is not null;
    }

    public bool HasResponseError([MaybeNullWhen(false)] out ApiException error)
    {
        error = Error as ApiException;
        return error is not null;
    }

    public void Dispose() => response?.Dispose();

    private async Task<ApiResponse<T>> ThrowAsync()
    {
        var exception = Error ?? await ApiException.Create(request, request.Method, response!, Settings);
        Dispose();
        throw exception;
    }
}
