namespace PolicyBot.Adapters.Hotline.Staff;

/// <param name="Stamp">Sessions that carry another one are over.</param>
/// <param name="LockedUntil">After too many wrong passwords; null, or past, when it is not locked.</param>
public sealed record StaffAccount(string Name, IReadOnlyList<string> Roles, string Stamp, bool Disabled, DateTimeOffset? LockedUntil)
{
    public override string ToString() => Name;
}
