namespace PolicyBot.Bot.Commands;

/// <summary>Writes several files or none: all are written beside their places first, then moved; on any fault all are taken back.</summary>
internal sealed class ImportFiles
{
    private readonly List<(string Path, byte[] Content)> files = [];

    public void Add(string path, byte[] content) => files.Add((path, content));

    /// <exception cref="CommandException">A file is there already; nothing is ever overwritten.</exception>
    public void Write(CancellationToken cancellationToken)
    {
        if (files.Find(file => File.Exists(file.Path)) is { Path: { } taken })
        {
            throw new CommandException($"已经有 {taken} 了，请用 --id 另起一个编号，或者先把它挪开。");
        }

        var moved = new List<string>();
        try
        {
            foreach (var (path, content) in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(Beside(path), content);
            }

            foreach (var (path, _) in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                File.Move(Beside(path), path, overwrite: false);
                moved.Add(path);
            }
        }
        catch
        {
            moved.ForEach(File.Delete);
            throw;
        }
        finally
        {
            foreach (var (path, _) in files.Where(file => File.Exists(Beside(file.Path))))
            {
                File.Delete(Beside(path));
            }
        }
    }

    private static string Beside(string path) => path + ".part";
}
