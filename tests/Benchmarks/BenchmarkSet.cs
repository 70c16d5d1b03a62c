namespace PolicyBot.Benchmarks;

/// <summary>What is searched and what is asked.</summary>
internal sealed record BenchmarkSet(string Name, IReadOnlyList<BenchmarkPassage> Passages, IReadOnlyList<BenchmarkQuestion> Questions);

/// <param name="Region">Empty where passages have none.</param>
internal sealed record BenchmarkPassage(string Region, string Text);

/// <param name="Region">Where to look; empty for everywhere.</param>
/// <param name="Right">Number of the passage that answers it; -1 where only time is measured.</param>
internal sealed record BenchmarkQuestion(string Region, string Text, int Right = -1);
