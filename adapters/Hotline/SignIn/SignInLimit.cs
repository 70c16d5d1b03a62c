using System.Net;
using System.Threading.RateLimiting;

namespace PolicyBot.Adapters.Hotline.SignIn;

/// <summary>How often one address may try to sign in, whatever the names: checking a password is dear.</summary>
internal sealed class SignInLimit : IDisposable
{
    public const int TriesPerMinute = 20;

    private readonly PartitionedRateLimiter<string> addresses = PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = TriesPerMinute,
            TokensPerPeriod = TriesPerMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }),
        StringComparer.Ordinal);

    public bool MayTry(IPAddress? address)
    {
        using var lease = addresses.AttemptAcquire(address?.ToString() ?? string.Empty);
        return lease.IsAcquired;
    }

    public void Dispose() => addresses.Dispose();
}
