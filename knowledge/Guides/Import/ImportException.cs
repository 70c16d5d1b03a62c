namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>A file cannot be made into a guide; the message says why, in one line of Chinese for the editor.</summary>
public sealed class ImportException(string message, Exception? inner = null) : Exception(message, inner);
