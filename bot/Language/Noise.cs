namespace PolicyBot.Bot.Language;

/// <summary>Messages without words: nothing, punctuation, one character over and over, keys hit at random.</summary>
internal static class Noise
{
    private static readonly string[] KeyboardRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    public static bool Is(string folded)
    {
        var letters = folded.Where(char.IsLetterOrDigit).ToArray();
        if (letters.Length == 0)
            return !folded.Any(IsChoiceMark);
        if (letters.Length >= 3 && Array.TrueForAll(letters, c => c == letters[0]) && !char.IsAsciiDigit(letters[0]))
            return true;
        return letters.Length >= 4 && Array.TrueForAll(letters, char.IsAsciiLetter) && IsMash(new string(letters));
    }

    /// <summary>Keys hit at random: a run along a row, or hardly a vowel, unlike pinyin (beijing) and English.</summary>
    private static bool IsMash(string letters)
    {
        var vowels = letters.Count(c => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'v');
        if (vowels * 5 < letters.Length)
            return true;
        for (var i = 0; i + 4 <= letters.Length; i++)
        {
            var run = letters.Substring(i, 4);
            if (Array.Exists(KeyboardRows, row => row.Contains(run, StringComparison.Ordinal)))
                return true;
        }
        return false;
    }

    /// <summary>① and the like choose an answer.</summary>
    private static bool IsChoiceMark(char c) => c is >= '\u2460' and <= '\u2473' or >= '\u2776' and <= '\u277F';
}
