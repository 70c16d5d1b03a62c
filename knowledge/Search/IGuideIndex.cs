using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Search;

/// <summary>Finds the passages of the guides that speak of a question. Implementations are immutable snapshots.</summary>
public interface IGuideIndex
{
    /// <summary>The best passages, best first.</summary>
    /// <param name="question">What the person typed.</param>
    /// <param name="guides">Ids of the guides to look in; null for all.</param>
    /// <param name="top">How many at the most.</param>
    IReadOnlyList<SearchHit> Search(string question, IReadOnlySet<string>? guides, int top);
}

/// <param name="Score">Comparable within one search only.</param>
/// <param name="Highlights">Where the words of the question stand in the passage's text.</param>
public sealed record SearchHit(Passage Passage, double Score, IReadOnlyList<Highlight> Highlights);

public readonly record struct Highlight(int Start, int Length);
