namespace PolicyBot.Benchmarks;

/// <summary>What one engine did on one set.</summary>
internal sealed record Figures(string Engine, double BuildSeconds, double Megabytes, IReadOnlyList<Round> Rounds)
{
    private const int Top = 10;

    /// <summary>Mean of a question by the clock, of the round in the middle.</summary>
    public double Mean => Middle([.. Rounds.Select(round => round.Micros.Average())]);

    /// <summary>Mean of a question in processor time, of the round in the middle.</summary>
    public double Cpu => Middle([.. Rounds.Select(round => round.Cpu.Average())]);

    public double P50 => Percentile([.. Rounds.SelectMany(round => round.Micros)], 0.50);

    public double P99 => Percentile([.. Rounds.SelectMany(round => round.Micros)], 0.99);

    public double P99OfMiddles => OfMiddles(round => round.Micros);

    public double P99CpuOfMiddles => OfMiddles(round => round.Cpu);

    public double Mrr(BenchmarkSet set) => Over(set, rank => 1.0 / rank);

    public double Recall(BenchmarkSet set, int within) => Over(set, rank => rank <= within ? 1 : 0);

    internal static double Percentile(double[] values, double share)
    {
        Array.Sort(values);
        return values[Math.Clamp((int)Math.Ceiling(share * values.Length) - 1, 0, values.Length - 1)];
    }

    /// <summary>The p99 of what each question took in the round in the middle: what the engine needs, less what the machine did besides.</summary>
    private double OfMiddles(Func<Round, double[]> times) => Percentile(
        [.. Rounds[0].Micros.Select((_, question) => Middle([.. Rounds.Select(round => times(round)[question])]))], 0.99);

    private static double Middle(double[] values) => Percentile(values, 0.5);

    private double Over(BenchmarkSet set, Func<int, double> worth) => set.Questions
        .Select((question, i) => Array.IndexOf(Rounds[0].Hits[i], question.Right) is >= 0 and < Top and var at ? worth(at + 1) : 0).Average();
}
