using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>What somebody wants done with a filing. Documents are named by the ids of their requirements.</summary>
internal abstract record FilingAct
{
    /// <summary>Without reasons, which may name people.</summary>
    public sealed override string ToString() => GetType().Name;
}

internal sealed record SupplementAct(IReadOnlyList<string> Documents) : FilingAct;

/// <param name="Change">What is to be different after review; null when only the phone number is put right.</param>
internal sealed record ChangeAct(ProposedChange? Change, bool Phone) : FilingAct;

internal sealed record CancelAct(string? Reason) : FilingAct;

internal sealed record ExtendAct : FilingAct;

internal sealed record TakeAct(string Clerk) : FilingAct;

internal sealed record ApproveAct(string Clerk, DateOnly? Until) : FilingAct;

internal sealed record ReturnAct(string Clerk, string Reason, IReadOnlyList<string> Documents) : FilingAct;

internal sealed record RefuseAct(string Clerk, string Reason) : FilingAct;
