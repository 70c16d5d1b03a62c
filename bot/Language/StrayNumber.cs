using System.Text.RegularExpressions;

namespace PolicyBot.Bot.Language;

/// <summary>Finds identity and phone numbers that were written where nobody asked for them.</summary>
public static partial class StrayNumber
{
    private const int Patience = 1000;

    public static bool IsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= Utterance.LongestRead && (Identity().IsMatch(text) || Phone().IsMatch(text));
    }

    /// <summary>15 or 17 digits and the check character, blanks between them or not; the number of a filing has hyphens.</summary>
    [GeneratedRegex(@"(?<![\p{Nd}-])(?:\p{Nd}[ ]?){14,17}[\p{Nd}XxＸｘ](?![\p{Nd}-])", RegexOptions.None, Patience)]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<![\p{Nd}-])[1１](?:[ -]?\p{Nd}){10}(?![\p{Nd}-])", RegexOptions.None, Patience)]
    private static partial Regex Phone();
}
