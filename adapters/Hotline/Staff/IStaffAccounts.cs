namespace PolicyBot.Adapters.Hotline.Staff;

/// <summary>Accounts of the agency's staff. Passwords come in and are never given out, printed or logged.</summary>
public interface IStaffAccounts
{
    /// <summary>False when the name is taken.</summary>
    /// <exception cref="ArgumentException">Name, role or password will not do; check with <see cref="StaffRules"/> first.</exception>
    Task<bool> AddAsync(string name, IReadOnlyList<string> roles, string password, CancellationToken cancellationToken);

    /// <summary>Sets a new password, unlocks, and ends all sessions; false when there is no such account.</summary>
    Task<bool> SetPasswordAsync(string name, string password, CancellationToken cancellationToken);

    /// <summary>Ends all sessions for good; false when there is no such account.</summary>
    Task<bool> DisableAsync(string name, CancellationToken cancellationToken);

    Task<StaffAccount?> FindAsync(string name, CancellationToken cancellationToken);

    Task<IReadOnlyList<StaffAccount>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The account, or null: wrong, unknown, disabled or locked, after the same work and without saying which.</summary>
    Task<StaffAccount?> SignInAsync(string name, string password, CancellationToken cancellationToken);

    /// <summary>Ends all sessions of the account.</summary>
    Task SignOutAsync(string name, CancellationToken cancellationToken);
}
