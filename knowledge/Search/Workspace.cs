namespace PolicyBot.Knowledge.Search;

/// <summary>What one search needs room for and the next can use again.</summary>
/// <param name="Scores">One for each passage.</param>
internal sealed record Workspace(float[] Scores, Closeness Closeness);
