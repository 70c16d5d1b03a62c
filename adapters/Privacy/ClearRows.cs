using Dapper;
using Microsoft.Data.Sqlite;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Privacy;

/// <summary>
/// Seals once what an earlier release wrote in clear, before the host takes a request, and rewrites the database file, in
/// which the clear text would otherwise lie on in pages that are free.
/// </summary>
internal static class ClearRows
{
    private const string Sealed = "rows-sealed";

    private const string Rewritten = "file-rewritten";

    /// <param name="seal">
    /// Statements that may use <c>seal(kind, text)</c> and <c>hash(kind, text)</c>, kinds by name; both give null for null.
    /// </param>
    /// <returns>Whether there was anything to do.</returns>
    public static bool Seal(Database database, Vault vault, string seal)
    {
        vault.Prepare();
        using var connection = database.Open();
        connection.CreateFunction("seal", (string kind, string? text) => vault.SealOrNull(Enum.Parse<DataKind>(kind), text));
        connection.CreateFunction("hash", (string kind, string? text) => text is null ? null : vault.Hash(Enum.Parse<DataKind>(kind), text), isDeterministic: true);

        // One transaction: either all is sealed and said to be, or nothing. Of two hosts that start together one waits.
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            if (Mark(connection, Sealed, transaction))
            {
                connection.Execute(seal, transaction: transaction, commandTimeout: 0);
            }

            transaction.Commit();
        }

        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM schema_scripts WHERE name = @Rewritten)", new { Rewritten }))
        {
            return false;
        }

        connection.Execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);", commandTimeout: 0);
        Mark(connection, Rewritten, null);
        return true;
    }

    private static bool Mark(SqliteConnection connection, string name, SqliteTransaction? transaction) =>
        connection.Execute("INSERT OR IGNORE INTO schema_scripts (name) VALUES (@name)", new { name }, transaction) == 1;
}
