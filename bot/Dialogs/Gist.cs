namespace PolicyBot.Bot.Dialogs;

/// <summary>The part of a reminder that says what it costs: its own words, only fewer.</summary>
internal static class Gist
{
    /// <summary>As much as fits beside two or three others on a phone.</summary>
    private const int Longest = 32;

    /// <summary>Too short to be understood without what stands around it.</summary>
    private const int Shortest = 6;

    /// <param name="text">One or more sentences.</param>
    /// <param name="weighs">Whether words speak of money, a deadline or an exclusion.</param>
    public static string Of(string text, Func<string, bool> weighs)
    {
        // The shortest: a sentence that only says what it costs is one of few words.
        var sentence = Weighing(text.Split('。', '；'), weighs).MinBy(part => part.Length) ?? text.TrimEnd('。');
        return sentence.Length <= Longest ? sentence : Weighing(sentence.Split('，'), weighs).FirstOrDefault() ?? sentence;
    }

    private static IEnumerable<string> Weighing(IEnumerable<string> parts, Func<string, bool> weighs) =>
        parts.Where(part => part.Length >= Shortest && weighs(part));
}
