using System.Reflection;

namespace Refit;

/// <summary>Sends a call and reads the answer as what the method returns.</summary>
internal static class RestCaller
{
    /// <returns>Null if a method cannot return this type.</returns>
    public static Func<RestCall, object>? For(Type returned)
    {
        if (returned == typeof(Task))
        {
            return SendForNothingAsync;
        }

        if (!returned.IsGenericType || returned.GetGenericTypeDefinition() != typeof(Task<>))
        {
            return null;
        }

        var result = returned.GetGenericArguments()[0];
        var wrapped = result == typeof(IApiResponse) ? typeof(HttpContent)
            : result.IsGenericType && (result.GetGenericTypeDefinition() == typeof(ApiResponse<>) || result.GetGenericTypeDefinition() == typeof(IApiResponse<>)) ? result.GetGenericArguments()[0]
            : null;
        var method = wrapped is null
            ? typeof(RestCaller).GetMethod(nameof(SendForBodyAsync), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(result)
            : typeof(RestCaller).GetMethod(nameof(SendForResponseAsync), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(result, wrapped);
        return method.CreateDelegate<Func<RestCall, object>>();
    }

    // As in the official package, what goes wrong on the way is not wrapped here.
    private static async Task SendForNothingAsync(RestCall call)
    {
        using var request = await PrepareAsync(call);
        using var response = await call.Client.SendAsync(request, call.CancellationToken);
        if (await call.Settings.ExceptionFactory(response) is { } error)
        {
            throw error;
        }
    }

    private static Task<T?> SendForBodyAsync<T>(RestCall call) => SendAsync<T, T>(call, wrap: null);

    private static Task<T?> SendForResponseAsync<T, TBody>(RestCall call) =>
        SendAsync<T, TBody>(call, (request, response, body, error) => (T)(object)new ApiResponse<TBody>(request, response, body, call.Settings, error));

    /// <param name="wrap">Makes the result of an answer or a failure; null if the body is the result and failures are thrown.</param>
    private static async Task<T?> SendAsync<T, TBody>(RestCall call, Func<HttpRequestMessage, HttpResponseMessage?, TBody?, ApiExceptionBase?, T>? wrap)
    {
        using var request = await PrepareAsync(call);
        HttpResponseMessage? response = null;
        var keep = IsRaw(typeof(TBody));
        try
        {
            try
            {
                response = await call.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.CancellationToken);
            }
            catch (Exception e)
            {
                var failed = new ApiRequestException(request, request.Method, call.Settings, e);
                return wrap is null ? throw failed : wrap(request, null, default, failed);
            }

            var error = typeof(T) == typeof(HttpResponseMessage) ? null : await call.Settings.ExceptionFactory(response);
            var body = default(TBody);
            if (error is null)
            {
                (body, error) = await ReadAsync<TBody>(call, request, response);
            }

            if (wrap is not null)
            {
                return wrap(request, response, body, error as ApiExceptionBase);
            }

            keep |= error is not null; // its headers are part of the exception
            return error is null ? (T?)(object?)body : throw error;
        }
        finally
        {
            if (!keep)
            {
                response?.Dispose();
            }
        }
    }

    private static async Task<HttpRequestMessage> PrepareAsync(RestCall call)
    {
        if (call.Client.BaseAddress is null)
        {
            throw new InvalidOperationException("The client has no base address.");
        }

        var request = await call.ToRequestAsync();
        if (RestContent.IsBuffered(call) && request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(call.CancellationToken);
        }

        return request;
    }

    private static async Task<(T? Body, Exception? Error)> ReadAsync<T>(RestCall call, HttpRequestMessage request, HttpResponseMessage response)
    {
        try
        {
            return (await ReadBodyAsync<T>(call, response), null);
        }
        catch (Exception e) when (e is not OperationCanceledException || !call.CancellationToken.IsCancellationRequested)
        {
            return (default, call.Settings.DeserializationExceptionFactory is { } factory
                ? await factory(response, e)
                : await ApiException.Create("An error occured deserializing the response.", request, request.Method, response, call.Settings, e));
        }
    }

    private static async Task<T?> ReadBodyAsync<T>(RestCall call, HttpResponseMessage response)
    {
        var token = call.CancellationToken;
        object? raw = true switch
        {
            _ when typeof(T) == typeof(HttpResponseMessage) => response,
            _ when typeof(T) == typeof(HttpContent) => response.Content,
            _ when typeof(T) == typeof(Stream) => await response.Content.ReadAsStreamAsync(token),
            _ when typeof(T) == typeof(string) => await response.Content.ReadAsStringAsync(token),
            _ => null,
        };
        return raw is null ? await call.Settings.ContentSerializer.FromHttpContentAsync<T>(response.Content, token) : (T)raw;
    }

    // Then the caller reads, and disposes of the answer.
    private static bool IsRaw(Type type) => type == typeof(HttpResponseMessage) || type == typeof(HttpContent) || type == typeof(Stream);
}
