using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicyBot.Benchmarks;

/// <summary>LucenePeer.java over a set, in its own process, asked through its input and output.</summary>
internal sealed class LuceneEngine : IEngine
{
    private readonly Process process;
    private readonly int questions;

    /// <param name="folder">Where passages.tsv, questions.tsv and the compiled peer are.</param>
    /// <param name="mix">SmartCn and a field of bigrams; else SmartCn alone.</param>
    public LuceneEngine(string folder, string classPath, bool mix, int questions)
    {
        this.questions = questions;
        Name = mix ? "Lucene 8, SmartCn + bigrams" : "Lucene 8, SmartCn";
        process = Process.Start(new ProcessStartInfo(
            "java", ["-Xms2g", "-Xmx4g", "-XX:+UseSerialGC", "-cp", classPath, "LucenePeer", folder, mix ? "mix" : "smartcn"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        BuildSeconds = Read("build")[0] / 1e9;
    }

    public string Name { get; }

    public double BuildSeconds { get; }

    public Round Ask()
    {
        process.StandardInput.WriteLine("ask");
        process.StandardInput.Flush();
        var micros = Micros("run");
        var cpu = Micros("cpu");
        return new Round([.. Enumerable.Range(0, questions).Select(_ => Read("hits").Select(number => (int)number).ToArray())], micros, cpu);
    }

    public double Megabytes()
    {
        process.StandardInput.WriteLine("size");
        process.StandardInput.Flush();
        return Read("size").Sum() / 1e6;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private double[] Micros(string expected) => [.. Read(expected).Select(nanos => nanos / 1000)];

    private double[] Read(string expected) => process.StandardOutput.ReadLine()?.Split('\t') is [var name, .. var values] && name == expected
        ? [.. values.Select(value => double.Parse(value, CultureInfo.InvariantCulture))]
        : throw new InvalidOperationException($"the Lucene peer did not answer with {expected}; what it said of it stands above");
}
