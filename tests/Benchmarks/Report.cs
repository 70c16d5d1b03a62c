using System.Globalization;

namespace PolicyBot.Benchmarks;

/// <summary>Prints figures as Markdown, so that docs/benchmarks.md is the output and nothing else.</summary>
internal sealed class Report(TextWriter output)
{
    public void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public void Passages(BenchmarkSet set, IReadOnlyList<Figures> all)
    {
        Line($"### {set.Name}: {set.Passages.Count} passages, {set.Questions.Count} questions");
        Line($"");
        Line($"| engine | MRR@10 | R@1 | R@5 | µs a query | µs of processor | p99 µs | build s |");
        Line($"| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var figures in all)
        {
            Line($"| {figures.Engine} | {figures.Mrr(set):0.0000} | {figures.Recall(set, 1):0.000} | {figures.Recall(set, 5):0.000} | {figures.Mean:0.0} | {figures.Cpu:0.0} | {figures.P99:0} | {figures.BuildSeconds:0.00} |");
        }

        Line($"");
        if (all is [var ours, .., var mix])
        {
            var best = all.Skip(1).Max(figures => figures.Mrr(set));
            Ratio("MRR@10 over the best Lucene", ours.Mrr(set), best, "above 1", ours.Mrr(set) > best, "0.0000");
            Ratio("time a query over SmartCn + bigrams", ours.Mean, mix.Mean, "at most 0.5", ours.Mean <= 0.5 * mix.Mean, "0.0");
            Ratio("the same in processor time", ours.Cpu, mix.Cpu, "at most 0.5", ours.Cpu <= 0.5 * mix.Cpu, "0.0");
            Line($"");
        }
    }

    public void Regions(BenchmarkSet set, double p99Target, double buildTarget, IReadOnlyList<Figures> all)
    {
        Line($"### {set.Name}: {set.Passages.Count} passages, {set.Questions.Count} questions");
        Line($"");
        Line($"| engine | p50 µs | p99 µs | p99 µs, middle of rounds | the same of processor | build s | memory MB |");
        Line($"| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var figures in all)
        {
            Line($"| {figures.Engine} | {figures.P50:0.0} | {figures.P99:0.0} | {figures.P99OfMiddles:0.0} | {figures.P99CpuOfMiddles:0.0} | {figures.BuildSeconds:0.0} | {figures.Megabytes:0} |");
        }

        Line($"");
        var ours = all[0];
        Line($"- p99: target below {p99Target:0} µs, ours {ours.P99:0.0}: {Verdict(ours.P99 < p99Target)}");
        Line($"- p99 by the middle of the rounds: ours {ours.P99OfMiddles:0.0}: {Verdict(ours.P99OfMiddles < p99Target)}; of processor {ours.P99CpuOfMiddles:0.0}: {Verdict(ours.P99CpuOfMiddles < p99Target)}");
        Line($"- build: target under {buildTarget:0} s, ours {ours.BuildSeconds:0.0}: {Verdict(ours.BuildSeconds < buildTarget)}");
        if (all is [_, var peer])
        {
            Ratio("p99 over Lucene's", ours.P99, peer.P99, "below 1", ours.P99 < peer.P99, "0.0");
            Ratio("the same, of processor, middle of rounds", ours.P99CpuOfMiddles, peer.P99CpuOfMiddles, "below 1", ours.P99CpuOfMiddles < peer.P99CpuOfMiddles, "0.0");
            Line($"- memory: no target, ours {ours.Megabytes:0} MB, peer {peer.Megabytes:0} MB, ratio {ours.Megabytes / peer.Megabytes:0.00}");
        }

        Line($"");
    }

    private static string Verdict(bool reached) => reached ? "reached" : "MISSED";

    private void Ratio(string what, double ours, double peer, string target, bool reached, string format) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"- {what}: target {target}, ours {ours.ToString(format, CultureInfo.InvariantCulture)}, peer {peer.ToString(format, CultureInfo.InvariantCulture)}, ratio {ours / peer:0.000}: {Verdict(reached)}"));
}
