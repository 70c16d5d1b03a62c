using System.Data.Common;
using Dapper;
using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>The filings, as they are now: whoever reads one gets it with the clock applied, and what the clock did is written down.</summary>
internal sealed class FilingRegister(FilingDatabase database, FilingVault vault, FilingLife life, FilingRules rules, TimeProvider clock)
{
    // So that a sweep after a long rest does not hold the write lock for long.
    private const int SweptAtOnce = 200;

    /// <summary>Null when there is none of that number, or the ID number does not end so.</summary>
    /// <param name="idTail">Null for a clerk, who needs no proof.</param>
    public async Task<StoredFiling?> FindAsync(string number, string? idTail, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await FilingTables.FindAsync(vault, connection, null, number, idTail, rules.TermsOf);
        if (found is null || FilingClock.DueOn(found.Case, found.Terms) is not { } due || due > clock.Today())
        {
            return found;
        }

        vault.Prepare();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var current = await OpenAsync(transaction, number, idTail);
        await transaction.CommitAsync(CancellationToken.None);
        return current;
    }

    /// <summary>As <see cref="FindAsync"/>, for whoever is about to write: under the write lock, with the clock applied.</summary>
    public async Task<StoredFiling?> OpenAsync(DbTransaction transaction, string number, string? idTail)
    {
        var found = await FilingTables.FindAsync(vault, transaction.Connection!, transaction, number, idTail, rules.TermsOf);
        return found is null ? null : await SaveAsync(transaction, found, FilingClock.Tick(found.Case, clock.GetUtcNow(), found.Terms));
    }

    /// <summary>Lets an act happen, or says why it may not. Nothing is written of an act that is refused.</summary>
    public async Task<(StoredFiling Filing, IReadOnlyList<FilingProblem> Problems)> ActAsync(DbTransaction transaction, StoredFiling filing, FilingAct act)
    {
        var result = life.Next(filing.Case, act, clock.GetUtcNow(), filing.Terms);
        return (await SaveAsync(transaction, filing, result.Case), result.Problems);
    }

    /// <summary>Applies the clock to what is due; returns how many filings were.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var swept = 0;
        vault.Prepare();
        while (true)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var due = (await connection.QueryAsync<string>(
                "SELECT number FROM filings WHERE due_on <= @today ORDER BY due_on, number LIMIT @SweptAtOnce",
                new { today = FilingRow.Text(clock.Today()), SweptAtOnce }, transaction)).AsList();
            foreach (var number in due)
            {
                await OpenAsync(transaction, number, null);
            }

            await transaction.CommitAsync(CancellationToken.None);
            swept += due.Count;
            if (due.Count < SweptAtOnce)
            {
                return swept;
            }
        }
    }

    /// <summary>Whether this person has let a commitment letter lapse under this policy, which bars another.</summary>
    public async Task<bool> IsBarredAsync(DbTransaction transaction, string personHash, string policy)
    {
        // One that lapses today may not have been looked at yet.
        foreach (var number in (await transaction.Connection!.QueryAsync<string>(
            "SELECT number FROM filings WHERE id_hash = @personHash AND commitment = 1 AND due_on <= @today",
            new { personHash, today = FilingRow.Text(clock.Today()) }, transaction)).AsList())
        {
            await OpenAsync(transaction, number, null);
        }

        return await transaction.Connection!.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM commitment_bars WHERE person_hash = @personHash AND policy = @policy)", new { personHash, policy }, transaction);
    }

    private async Task<StoredFiling> SaveAsync(DbTransaction transaction, StoredFiling filing, FilingCase next)
    {
        if (ReferenceEquals(filing.Case, next))
        {
            return filing;
        }

        var saved = filing with { Case = next };
        await FilingTables.SaveAsync(vault, transaction, saved, filing.Case);
        if (next.State == FilingState.Lapsed && filing.Terms.Letter is { BarsAnother: true } && filing.PersonHash is { } personHash)
        {
            await transaction.Connection!.ExecuteAsync(
                "INSERT INTO commitment_bars (person_hash, policy, number, since) VALUES (@personHash, @Policy, @Number, @since) ON CONFLICT DO NOTHING",
                new { personHash, filing.Policy, filing.Number, since = FilingRow.Text(next.History[^1].Event.At) }, transaction);
        }

        return saved;
    }
}
