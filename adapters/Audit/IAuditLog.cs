namespace PolicyBot.Adapters.Audit;

/// <summary>What happened, in a chain: no row can be changed, taken out or put in between without breaking it.</summary>
public interface IAuditLog
{
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>A person's name in the log: a keyed hash of the channel user, the same each time.</summary>
    string ActorOf(string owner);

    /// <summary>Reads the whole chain.</summary>
    Task<AuditCheck> VerifyAsync(CancellationToken cancellationToken);
}

/// <param name="Count">Rows that are as they were written, from the first on.</param>
/// <param name="Broken">Sequence of the first row that is not; null when all are.</param>
/// <param name="Head">Hash of the last good row. Written down elsewhere, it proves later that nothing was cut off at the end.</param>
/// <param name="Hashes">Of the good rows.</param>
public sealed record AuditCheck(long Count, long? Broken, string Head, IReadOnlySet<string> Hashes);
