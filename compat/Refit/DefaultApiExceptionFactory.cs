namespace Refit;

/// <summary>Every status but a successful one is an <see cref="ApiException" />.</summary>
public class DefaultApiExceptionFactory(RefitSettings refitSettings)
{
    public async Task<Exception?> CreateAsync(HttpResponseMessage responseMessage) => responseMessage.IsSuccessStatusCode
        ? null
        : await ApiException.Create(responseMessage.RequestMessage!, responseMessage.RequestMessage!.Method, responseMessage, refitSettings);
}
