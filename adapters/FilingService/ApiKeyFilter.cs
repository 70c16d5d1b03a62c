using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Lets in only whoever has the key: the filing API is for the bot, not for the world.</summary>
internal sealed class ApiKeyFilter(FilingApiKey key) : IEndpointFilter
{
    private readonly byte[] expected = Encoding.UTF8.GetBytes($"Bearer {key.Value}");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var given = Encoding.UTF8.GetBytes(context.HttpContext.Request.Headers.Authorization.ToString());
        return CryptographicOperations.FixedTimeEquals(given, expected) ? await next(context) : Problems.Unauthorized;
    }
}
