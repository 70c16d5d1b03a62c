using PolicyBot.Adapters.Audit;

namespace PolicyBot.Tests.Support;

/// <summary>What would be written into the audit log.</summary>
internal sealed class MemoryAudit : IAuditLog
{
    public List<AuditEntry> Entries { get; } = [];

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        Entries.Add(entry);
        return Task.CompletedTask;
    }

    public string ActorOf(string owner) => $"person/{owner}";

    public Task<AuditCheck> VerifyAsync(CancellationToken cancellationToken) => throw new NotSupportedException("The real log is tested by itself.");
}
