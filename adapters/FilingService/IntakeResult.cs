using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <param name="Filing">The filing, new or known.</param>
/// <param name="Problems">Why there is none.</param>
internal sealed record IntakeResult(IntakeStatus Status, Filing? Filing, IReadOnlyList<FilingProblem> Problems);

internal enum IntakeStatus
{
    Created,

    /// <summary>The same submission came under this key before.</summary>
    Known,

    /// <summary>Another submission came under this key before.</summary>
    OtherContents,

    Unfit,
}
