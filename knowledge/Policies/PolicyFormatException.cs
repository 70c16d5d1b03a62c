namespace PolicyBot.Knowledge.Policies;

/// <summary>A policy file that cannot be used; the message begins with file and line.</summary>
public sealed class PolicyFormatException(string file, long line, string message)
    : Exception($"{Path.GetFileName(file)}:{line}: {message}")
{
    public string File { get; } = file;

    public long Line { get; } = line;
}
