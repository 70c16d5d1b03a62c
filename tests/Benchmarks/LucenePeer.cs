using System.Diagnostics;

namespace PolicyBot.Benchmarks;

/// <summary>Compiles LucenePeer.java against Debian's liblucene8-java and starts it on sets.</summary>
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

        using var compiler = Process.Start("javac", ["-encoding", "UTF-8", "-cp", classPath, "-d", folder.FullName, source]);
        compiler.WaitForExit();
        if (compiler.ExitCode != 0)
        {
            throw new InvalidOperationException($"javac ended with {compiler.ExitCode}");
        }
    }

    /// <summary>The peer, or null where the package or a compiler is not installed.</summary>
    public static LucenePeer? Find()
    {
        var jars = Parts.Select(part => Jar(part)).ToList();
        return jars.Contains(null) || !Has("javac") || !Has("java") ? null : new LucenePeer(jars!);
    }

    /// <param name="mix">SmartCn and a field of bigrams; else SmartCn alone.</param>
    public LuceneEngine Open(BenchmarkSet set, bool mix)
    {
        Write("passages.tsv", set.Passages.Select(passage => (passage.Region, passage.Text)));
        Write("questions.tsv", set.Questions.Select(question => (question.Region, question.Text)));
        return new LuceneEngine(folder.FullName, classPath, mix, set.Questions.Count);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string? Jar(string part) => Directory.Exists("/usr/share/java")
        ? Directory.EnumerateFiles("/usr/share/java", $"lucene-{part}-8.*.jar").Order(StringComparer.Ordinal).FirstOrDefault()
        : null;

    private static bool Has(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    private void Write(string file, IEnumerable<(string Region, string Text)> lines) => File.WriteAllLines(
        Path.Combine(folder.FullName, file), lines.Select(line => line.Region + '\t' + line.Text.ReplaceLineEndings(" ").Replace('\t', ' ')));
}
