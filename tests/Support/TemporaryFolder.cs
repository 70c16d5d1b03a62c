namespace PolicyBot.Tests.Support;

/// <summary>A folder of its own for a test; gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("policybot-");

    public string Path => folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Files below it, also in folders of it.</summary>
    public string[] Files(string below = "") =>
        Directory.Exists(File(below)) ? Directory.GetFiles(File(below), "*", SearchOption.AllDirectories) : [];

    public void Dispose() => folder.Delete(recursive: true);
}
