using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace PolicyBot.Adapters.Filings;

/// <summary>The secret that bot and filing service share, from <c>Filing:ApiKey</c>; else a new one for this process alone.</summary>
internal sealed class FilingApiKey(IConfiguration configuration)
{
    public string Value { get; } = configuration["Filing:ApiKey"] is { Length: > 0 } configured
        ? configured
        : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
