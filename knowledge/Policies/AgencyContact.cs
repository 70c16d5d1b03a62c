namespace PolicyBot.Knowledge.Policies;

/// <summary>Whom the operating agency wants to be asked besides the guide's own contacts; its setting, no guide's word.</summary>
/// <param name="Scheme">The scheme that the number is for: a medical hotline does not answer for work injuries.</param>
public sealed record AgencyContact(string Scheme, Contact Contact)
{
    /// <summary>Whether it answers for that scheme; while none is known, it may.</summary>
    public bool Answers(string? scheme) => scheme is null || scheme == Scheme;
}
