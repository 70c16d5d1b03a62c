using System.Diagnostics;
using System.Globalization;

namespace PolicyBot.Benchmarks;

/// <summary>Compiles LucenePeer.java against Debian's liblucene8-java and runs it once on a set.</summary>
internal sealed class LucenePeer : IDisposable
{
    private static readonly string[] Parts = ["core", "analyzers-common", "analyzers-smartcn"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("policybot-bench");
    private readonly string classPath;

    private LucenePeer(IEnumerable<string> jars)
    {
        classPath = string.Join(Path.PathSeparator, jars.Append(folder.FullName));
        var source = Path.Combine(folder.FullName, "LucenePeer.java");
        using (var text = typeof(LucenePeer).Assembly.GetManifestResourceStream("LucenePeer.java")!)
        using (var file = File.Create(source))
        {
            text.CopyTo(file);
        }

        Run("javac", ["-encoding", "UTF-8", "-cp", classPath, "-d", folder.FullName, source]);
    }

    /// <summary>The peer, or null where the package or a compiler is not installed.</summary>
    public static LucenePeer? Find()
    {
        var jars = Parts.Select(part => Jar(part)).ToList();
        return jars.Contains(null) || !Has("javac") || !Has("java") ? null : new LucenePeer(jars!);
    }

    /// <param name="mix">SmartCn and a field of bigrams; else SmartCn alone.</param>
    public Figures Measure(BenchmarkSet set, bool mix, int warm, int runs)
    {
        Write("passages.tsv", set.Passages.Select(passage => (passage.Region, passage.Text)));
        Write("questions.tsv", set.Questions.Select(question => (question.Region, question.Text)));
        var lines = Run("java", ["-Xms2g", "-Xmx4g", "-XX:+UseSerialGC", "-cp", classPath, "LucenePeer", folder.FullName,
            mix ? "mix" : "smartcn", warm.ToString(CultureInfo.InvariantCulture), runs.ToString(CultureInfo.InvariantCulture)])
            .Select(line => line.Split('\t')).ToLookup(line => line[0], line => line[1..]);
        return new Figures(
            mix ? "Lucene 8, SmartCn + bigrams" : "Lucene 8, SmartCn",
            Number(lines["build"]) / 1000,
            (Number(lines["disk"]) + Number(lines["heap"])) / 1e6,
            [.. lines["hits"].Select(line => line.Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray())],
            [.. lines["run"].Select(line => line.Select(nanos => double.Parse(nanos, CultureInfo.InvariantCulture) / 1000).ToArray())]);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static double Number(IEnumerable<string[]> lines) => double.Parse(lines.Single()[0], CultureInfo.InvariantCulture);

    private static string? Jar(string part) => Directory.Exists("/usr/share/java")
        ? Directory.EnumerateFiles("/usr/share/java", $"lucene-{part}-8.*.jar").Order(StringComparer.Ordinal).FirstOrDefault()
        : null;

    private static bool Has(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    private static List<string> Run(string tool, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? lines : throw new InvalidOperationException($"{tool} ended with {process.ExitCode}");
    }

    private void Write(string file, IEnumerable<(string Region, string Text)> lines) => File.WriteAllLines(
        Path.Combine(folder.FullName, file), lines.Select(line => line.Region + '\t' + line.Text.ReplaceLineEndings(" ").Replace('\t', ' ')));
}
