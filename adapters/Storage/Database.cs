using System.Data.Common;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PolicyBot.Adapters.Storage;

/// <summary>A SQLite file whose schema is brought up to date by numbered scripts before it is first used.</summary>
/// <param name="path">The file; its folder is made when missing.</param>
/// <param name="scripts">Name of the folder below Storage/Schema that holds the scripts, such as <c>Bot</c>.</param>
public abstract class Database(string path, string scripts)
{
    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();

    private int migrated;

    /// <summary>An open connection; every commit is on disk before it returns (WAL, synchronous FULL).</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        Migrate();
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;");
        return connection;
    }

    /// <summary>Applies the scripts that this file has not seen, each in its own transaction.</summary>
    public void Migrate()
    {
        if (Volatile.Read(ref migrated) == 1)
        {
            return;
        }

        lock (connectionString)
        {
            if (migrated == 1)
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            connection.Execute("PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS schema_scripts (name TEXT PRIMARY KEY);");
            foreach (var (name, sql) in Scripts())
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                if (connection.Execute("INSERT OR IGNORE INTO schema_scripts (name) VALUES (@name)", new { name }, transaction) == 1)
                {
                    connection.Execute(sql, transaction: transaction);
                }

                transaction.Commit();
            }

            Volatile.Write(ref migrated, 1);
        }
    }

    private IEnumerable<(string Name, string Sql)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"Schema.{scripts}.";
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[prefix.Length..], reader.ReadToEnd());
        }
    }
}

/// <summary>The bot's own database: conversation state, web chat history, outbox.</summary>
public sealed class BotDatabase(string path) : Database(path, "Bot");
