namespace PolicyBot.Adapters.Audit;

/// <summary>Who did what to what. No personal data: not a name, not a number of a person.</summary>
/// <param name="Actor">A person as <see cref="IAuditLog.ActorOf"/> says, <c>staff/ACCOUNT</c>, or <c>system</c>.</param>
/// <param name="Action">One of <see cref="AuditActions"/>, or another of that form.</param>
/// <param name="Entity">Such as <c>filing/320509-20261201-1234567</c>.</param>
public sealed record AuditEntry(string Actor, string Action, string Entity);
