using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>A filing as a clerk sees it.</summary>
/// <param name="Agent">Who files for the person, masked.</param>
/// <param name="Required">The documents that the guide asks the person for; a return names their ids.</param>
/// <param name="History">The history with who did each step; null is the person or the clock.</param>
internal sealed record FilingDossier(
    Filing Filing, string? TakenBy, MaskedPerson? Agent, IReadOnlyDictionary<string, string> Facts, IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<DocumentRequirement> Required, IReadOnlyList<DossierDocument> Documents, IReadOnlyList<DossierStep> History)
{
    public override string ToString() => Filing.Number;
}

internal sealed record MaskedPerson(string Name, string IdNumber, string Phone)
{
    public override string ToString() => "a person";
}

/// <param name="Attachment">For <see cref="IFilingReview.OpenAsync"/>.</param>
/// <param name="Replaced">Whether a later document took its place.</param>
internal sealed record DossierDocument(
    string Requirement, string Document, string Attachment, string Name, string ContentType, long Length, DateTimeOffset ReceivedAt, bool Replaced)
{
    /// <summary>Without the name, which senders make of people's names.</summary>
    public override string ToString() => $"{Requirement} {Attachment}";
}

internal sealed record DossierStep(FilingEvent Event, string? By);

internal sealed record DossierFile(Stream Content, string Name, string ContentType)
{
    public override string ToString() => ContentType;
}
