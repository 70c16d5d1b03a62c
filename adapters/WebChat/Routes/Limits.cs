using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace PolicyBot.Adapters.WebChat.Routes;

/// <summary>How often one address may begin and one conversation may speak. Idle counters are dropped by the limiters themselves.</summary>
internal sealed class Limits(WebChatOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> addresses = PerMinute(options.TokensPerMinute);
    private readonly PartitionedRateLimiter<string> conversations = PerMinute(options.MessagesPerMinute);

    public bool MayBegin(IPAddress? address) => Take(addresses, Network(address));

    public bool MaySpeak(string conversation) => Take(conversations, conversation);

    public void Dispose()
    {
        addresses.Dispose();
        conversations.Dispose();
    }

    /// <summary>A household gets a whole /64 of IPv6; counting single addresses would count nothing.</summary>
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };

    private static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> PerMinute(int count) =>
        PartitionedRateLimiter.Create<string, string>(
            key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = count,
                TokensPerPeriod = count,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            }),
            StringComparer.Ordinal);
}
