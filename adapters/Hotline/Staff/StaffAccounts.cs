using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Hotline.Staff;

/// <inheritdoc cref="IStaffAccounts"/>
internal sealed class StaffAccounts(BotDatabase database, TimeProvider clock) : IStaffAccounts
{
    public const int TriesBeforeLock = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    // OWASP's figure for PBKDF2 with HMAC-SHA512, twice the framework's own.
    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // Checked in place of the hash of an account that is not there, so that no time tells which names there are.
    private static readonly Lazy<string> Nobody = new(() => Hasher.HashPassword(string.Empty, Random()));

    public async Task<bool> AddAsync(string name, IReadOnlyList<string> roles, string password, CancellationToken cancellationToken)
    {
        if (roles.Count == 0 || roles.Except(StaffRoles.All).Any() || (StaffRules.NameProblem(name) ?? StaffRules.PasswordProblem(name, password)) is not null)
        {
            throw new ArgumentException("The name, role or password will not do.", nameof(name));
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            """
            INSERT INTO staff_accounts (name, roles, password_hash, stamp, created_at) VALUES (@name, @roles, @hash, @stamp, @now) ON CONFLICT DO NOTHING
            """,
            new { name, roles = string.Join(' ', roles.Distinct()), hash = Hasher.HashPassword(name, password), stamp = Random(), now = Now }) == 1;
    }

    public async Task<bool> SetPasswordAsync(string name, string password, CancellationToken cancellationToken)
    {
        if (StaffRules.PasswordProblem(name, password) is not null)
        {
            throw new ArgumentException("The password will not do.", nameof(password));
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "UPDATE staff_accounts SET password_hash = @hash, stamp = @stamp, failures = 0, locked_until = NULL WHERE name = @name",
            new { name, hash = Hasher.HashPassword(name, password), stamp = Random() }) == 1;
    }

    public async Task<bool> DisableAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync("UPDATE staff_accounts SET disabled = 1, stamp = @stamp WHERE name = @name", new { name, stamp = Random() }) == 1;
    }

    public async Task SignOutAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("UPDATE staff_accounts SET stamp = @stamp WHERE name = @name", new { name, stamp = Random() });
    }

    public async Task<StaffAccount?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QuerySingleOrDefaultAsync<Row>(Row.Select + " WHERE name = @name", new { name }))?.ToAccount();
    }

    public async Task<IReadOnlyList<StaffAccount>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. (await connection.QueryAsync<Row>(Row.Select + " ORDER BY name")).Select(row => row.ToAccount())];
    }

    public async Task<StaffAccount?> SignInAsync(string name, string password, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);

        // The try is counted before the password is looked at: of many at once, no more than these few are.
        var tried = await connection.QuerySingleOrDefaultAsync<Row>(
            $"""
            UPDATE staff_accounts SET
                failures = CASE WHEN locked_until IS NULL THEN failures + 1 ELSE 1 END,
                locked_until = CASE WHEN locked_until IS NULL AND failures + 1 >= {TriesBeforeLock} THEN @until END
            WHERE name = @name AND disabled = 0 AND (locked_until IS NULL OR locked_until <= @now)
            RETURNING {Row.Columns}
            """,
            new { name, now = Now, until = Now + (long)LockedFor.TotalMilliseconds });
        var verdict = Hasher.VerifyHashedPassword(name, tried?.PasswordHash ?? Nobody.Value, password);
        if (tried is null || verdict == PasswordVerificationResult.Failed)
        {
            return null;
        }

        await connection.ExecuteAsync(
            "UPDATE staff_accounts SET failures = 0, locked_until = NULL WHERE name = @name AND stamp = @Stamp", new { name, tried.Stamp });
        return tried.ToAccount() with { LockedUntil = null };
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private sealed record Row(string Name, string Roles, string PasswordHash, string Stamp, long Disabled, long? LockedUntil)
    {
        public const string Columns =
            "name AS Name, roles AS Roles, password_hash AS PasswordHash, stamp AS Stamp, disabled AS Disabled, locked_until AS LockedUntil";

        public const string Select = $"SELECT {Columns} FROM staff_accounts";

        public StaffAccount ToAccount() => new(
            Name, Roles.Split(' '), Stamp, Disabled != 0, LockedUntil is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
    }
}
