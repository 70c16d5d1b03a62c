using PolicyBot.Knowledge;

namespace PolicyBot.Adapters.Filings;

/// <param name="Field">Name of the field or document requirement at fault, where there is one.</param>
/// <param name="Text">What is wrong, in plain Chinese.</param>
/// <param name="Cite">The guide's sentence, where one decides.</param>
public sealed record FilingProblem(string? Field, string Text, Citation? Cite);
