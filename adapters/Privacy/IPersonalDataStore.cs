namespace PolicyBot.Adapters.Privacy;

/// <summary>A place where data of people is kept. Whoever adds one registers it, and it is erased and expired with the others.</summary>
public interface IPersonalDataStore
{
    /// <summary>Deletes what is there of a person.</summary>
    Task<Erasure> EraseAsync(PersonRef person, CancellationToken cancellationToken);

    /// <summary>Deletes what has been there for too long; returns how many.</summary>
    Task<int> ExpireAsync(RetentionOptions retention, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <param name="Deleted">Entries that are gone.</param>
/// <param name="Pending">Filings that are on their way to the agency, which the person has confirmed: they go as soon as they have arrived.</param>
public readonly record struct Erasure(int Deleted, int Pending = 0)
{
    public static Erasure operator +(Erasure one, Erasure other) => new(one.Deleted + other.Deleted, one.Pending + other.Pending);
}
