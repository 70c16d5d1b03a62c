using System.Globalization;

namespace PolicyBot.Bot.Language;

/// <summary>Reads citizen identity numbers (公民身份号码, GB 11643-1999).</summary>
public static class IdNumberReader
{
    public const string Old = "id-number.old";
    public const string Length = "id-number.length";
    public const string Characters = "id-number.characters";
    public const string CheckDigit = "id-number.check-digit";
    public const string BirthDate = "id-number.birth-date";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The number with a capital X; words around it (我的身份证是 …), spaces and hyphens do not count.</summary>
    public static Recognized Read(string? text, DateOnly today)
    {
        var number = Typed.CodeIn(text).Replace('×', 'X').ToUpperInvariant();
        if (number.Length == 15 && number.All(char.IsAsciiDigit))
            return Recognized.Wrong(Old);
        var body = number.Length > 0 && number[^1] == 'X' ? number[..^1] : number;
        if (number.Length == 0 || !body.All(char.IsAsciiDigit))
            return Recognized.Wrong(Characters);
        if (number.Length != 18)
            return Recognized.Wrong(Length);
        // The date first: it names the part to look at, where a wrong check digit names none.
        if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            || born > today || born < today.AddYears(-130))
            return Recognized.Wrong(BirthDate);
        return number[^1] == CheckCharacter(number) ? Recognized.As(number) : Recognized.Wrong(CheckDigit);
    }

    /// <summary>The last character that fits the first seventeen digits (ISO 7064, MOD 11-2).</summary>
    internal static char CheckCharacter(string digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (digits[i] - '0') * Weights[i];
        return "10X98765432"[sum % 11];
    }
}
