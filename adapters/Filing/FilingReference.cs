namespace PolicyBot.Adapters.Filings;

/// <summary>A filing that something is asked for.</summary>
/// <param name="IdNumberTail">Last four characters of the ID number; null for a filing that the same owner submitted here.</param>
public sealed record FilingReference(string Number, string? IdNumberTail = null)
{
    public override string ToString() => Number;
}
