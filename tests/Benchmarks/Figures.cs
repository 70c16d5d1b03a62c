namespace PolicyBot.Benchmarks;

/// <summary>What one engine did on one set.</summary>
/// <param name="Hits">The numbers of the best passages for each question, best first.</param>
/// <param name="Runs">Microseconds of each question, in each measured run over all questions.</param>
internal sealed record Figures(
    string Engine, double BuildSeconds, double Megabytes, IReadOnlyList<int[]> Hits, IReadOnlyList<double[]> Runs)
{
    private const int Top = 10;

    /// <summary>Mean of a question, of the run in the middle.</summary>
    public double Mean => Middle([.. Runs.Select(run => run.Average())]);

    public double P50 => Percentile([.. Runs.SelectMany(run => run)], 0.50);

    public double P99 => Percentile([.. Runs.SelectMany(run => run)], 0.99);

    /// <summary>Of each question the run in the middle: what the engine needs, less what the machine did besides.</summary>
    public double P99OfMiddles => Percentile(
        [.. Enumerable.Range(0, Runs[0].Length).Select(question => Middle([.. Runs.Select(run => run[question])]))], 0.99);

    public double Mrr(BenchmarkSet set) => Over(set, rank => 1.0 / rank);

    public double Recall(BenchmarkSet set, int within) => Over(set, rank => rank <= within ? 1 : 0);

    internal static double Percentile(double[] values, double share)
    {
        Array.Sort(values);
        return values[Math.Clamp((int)Math.Ceiling(share * values.Length) - 1, 0, values.Length - 1)];
    }

    private static double Middle(double[] values) => Percentile(values, 0.5);

    private double Over(BenchmarkSet set, Func<int, double> worth) => set.Questions
        .Select((question, i) => Array.IndexOf(Hits[i], question.Right) is >= 0 and < Top and var at ? worth(at + 1) : 0).Average();
}
