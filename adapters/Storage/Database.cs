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
    // Settings of a connection, not of the file: they are set on every open, because a pooled handle may be new.
    private const string PerConnection = "PRAGMA busy_timeout=30000; PRAGMA synchronous=FULL;";

    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();

    private readonly Lock migrating = new();
    private volatile bool migrated;

    /// <summary>An open connection; every commit is on disk before it returns (WAL, synchronous FULL).</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        Migrate();
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            connection.Execute(PerConnection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <see cref="OpenAsync"/>, for the few who cannot wait.</summary>
    internal SqliteConnection Open()
    {
        Migrate();
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute(PerConnection);
        return connection;
    }

    /// <summary>Applies the scripts that this file has not seen, in order of name, each in its own transaction.</summary>
    public void Migrate()
    {
        if (migrated)
        {
            return;
        }

        lock (migrating)
        {
            if (migrated)
            {
                return;
            }

            PrivateFolder.Create(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            connection.Execute(PerConnection);
            connection.Execute("PRAGMA journal_mode=WAL;");
            connection.Execute("CREATE TABLE IF NOT EXISTS schema_scripts (name TEXT PRIMARY KEY);");
            foreach (var (name, sql) in Scripts())
            {
                // Takes the write lock at once, so that of two processes starting together one waits, then finds it done.
                using var transaction = connection.BeginTransaction(deferred: false);
                if (connection.Execute("INSERT OR IGNORE INTO schema_scripts (name) VALUES (@name)", new { name }, transaction) == 1)
                {
                    connection.Execute(sql, transaction: transaction);
                }

                transaction.Commit();
            }

            migrated = true;
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
