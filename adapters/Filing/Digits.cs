namespace PolicyBot.Adapters.Filings;

internal static class Digits
{
    /// <summary>ASCII digits alone: full-width and other scripts' digits are read by the bot, not passed on.</summary>
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
