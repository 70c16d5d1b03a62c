namespace PolicyBot.Knowledge.Places;

/// <summary>A word of a data file with its exceptions: "路!路上 路途" is 路, unless it begins 路上 or 路途.</summary>
internal sealed record WordRule(string Word, string[] Exceptions)
{
    public bool Begins(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Word, StringComparison.Ordinal))
            return false;
        foreach (var exception in Exceptions)
        {
            if (text.StartsWith(exception, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    /// <summary>One line: either one word with exceptions after "!", or words without any.</summary>
    public static IEnumerable<WordRule> Parse(string line) => line.Split('!') is [var word, var exceptions]
        ? [new(word, DataFile.Words(exceptions))]
        : DataFile.Words(line).Select(w => new WordRule(w, []));
}
