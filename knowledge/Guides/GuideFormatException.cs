namespace PolicyBot.Knowledge.Guides;

/// <summary>A file of guides/ that cannot be read; the message names file and line.</summary>
public sealed class GuideFormatException(string file, int line, string problem, Exception? inner = null)
    : FormatException($"{file}({line}): {problem}", inner)
{
    public string File { get; } = file;

    /// <summary>From 1.</summary>
    public int Line { get; } = line;
}
