namespace PolicyBot.Knowledge.Guides;

/// <summary>All guides. Immutable.</summary>
public sealed class GuideLibrary
{
    private readonly Dictionary<string, Guide> byId;

    public GuideLibrary(IEnumerable<Guide> guides)
    {
        Guides = [.. guides.OrderBy(guide => guide.Id, StringComparer.Ordinal)];
        byId = Guides.ToDictionary(guide => guide.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<Guide> Guides { get; }

    /// <summary>Reads every guide file (*.md) of a folder.</summary>
    /// <exception cref="GuideFormatException">A file is not a guide, or its id is not its name.</exception>
    public static GuideLibrary Load(string directory) =>
        new(Directory.EnumerateFiles(directory, "*.md").Order(StringComparer.Ordinal).Select(LoadGuide));

    public Guide? Find(string id) => byId.GetValueOrDefault(id);

    private static Guide LoadGuide(string path)
    {
        var guide = GuideFile.Parse(Path.GetFileName(path), File.ReadAllText(path));
        return guide.Id == Path.GetFileNameWithoutExtension(path)
            ? guide
            : throw new GuideFormatException(Path.GetFileName(path), 2, $"the id '{guide.Id}' is not the file's name");
    }
}
