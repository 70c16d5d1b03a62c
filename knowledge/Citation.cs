namespace PolicyBot.Knowledge;

/// <summary>Where a statement stands: the guide, the path of headings, and the guide's own words, verbatim.</summary>
/// <param name="Guide">Id of the guide, such as <c>wujiang-medical</c>.</param>
/// <param name="Section">Headings from the top down, joined by " › "; empty before the first heading.</param>
/// <param name="Quote">The words as they stand in the guide.</param>
public sealed record Citation(string Guide, string Section, string Quote);
