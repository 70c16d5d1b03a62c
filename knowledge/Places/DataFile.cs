namespace PolicyBot.Knowledge.Places;

/// <summary>The two plain formats of knowledge/places: comma-separated rows under a header, and lists of words.</summary>
internal static class DataFile
{
    public static IEnumerable<string[]> Rows(string directory, string file) =>
        Lines(directory, file).Skip(1).Select(line => line.Split(','));

    public static IEnumerable<string> Words(string directory, string file) => Lines(directory, file).SelectMany(Words);

    public static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static IEnumerable<string> Lines(string directory, string file) =>
        File.ReadLines(Path.Combine(directory, file)).Where(line => line.Length > 0 && line[0] != '#');
}
