namespace PolicyBot.Knowledge.Places;

/// <summary>A place named in running text; positions count characters of the text as it was given.</summary>
/// <param name="Candidates">At least one place; several when the name is ambiguous: higher levels first, then by code.</param>
public sealed record PlaceMention(int Start, int Length, string Text, IReadOnlyList<Place> Candidates)
{
    /// <summary>The place, when there is no doubt which one is meant.</summary>
    public Place? Place => Candidates.Count == 1 ? Candidates[0] : null;
}
