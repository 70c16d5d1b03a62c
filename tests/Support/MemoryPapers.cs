using PolicyBot.Adapters.Papers;

namespace PolicyBot.Tests.Support;

/// <summary>What was prepared for printing, to be looked at.</summary>
internal sealed class MemoryPapers : IPreparedPapers
{
    private readonly Dictionary<string, (string Conversation, PreparedPapers Papers)> kept = new(StringComparer.Ordinal);

    public Task<string> KeepAsync(PreparedPapers papers, string conversation, CancellationToken cancellationToken)
    {
        var id = FormattableString.Invariant($"papers-{kept.Count + 1}");
        kept[id] = (conversation, papers);
        return Task.FromResult(id);
    }

    public Task<PreparedPapers?> FindAsync(string id, string conversation, CancellationToken cancellationToken) =>
        Task.FromResult(kept.TryGetValue(id, out var found) && found.Conversation == conversation ? found.Papers : null);

    public Task ForgetAsync(string conversation, CancellationToken cancellationToken)
    {
        foreach (var (id, found) in kept.ToList())
        {
            _ = found.Conversation == conversation && kept.Remove(id);
        }

        return Task.CompletedTask;
    }
}
