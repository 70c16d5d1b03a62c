using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PolicyBot.Adapters.Filings;

/// <summary>A citizen's ID number (公民身份号码, GB 11643): place, day of birth, sequence and check character.</summary>
public sealed record IdNumber
{
    private IdNumber(string value, DateOnly birth) => (Value, Birth) = (value, birth);

    /// <summary>All 18 characters, the last perhaps a capital X. Personal data: nothing else here gives it away.</summary>
    public string Value { get; }

    public DateOnly Birth { get; }

    /// <summary>Last four characters, the proof of knowing the person.</summary>
    public string Tail => Value[^4..];

    /// <summary>Such as 110105********0123.</summary>
    public string Masked => Mask(Value);

    /// <summary>Whether it is well formed, its day of birth exists, and its check character is right.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out IdNumber? number)
    {
        number = null;
        var value = text?.Trim().ToUpperInvariant();
        if (value is not { Length: 18 } || value[0] == '0' || !value.AsSpan(0, 17).ContainsOnlyDigits() || CheckCharacter(value) != value[17])
        {
            return false;
        }

        if (!DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth) || birth.Year < 1900)
        {
            return false;
        }

        number = new IdNumber(value, birth);
        return true;
    }

    /// <summary>Keeps the first six and the last four characters.</summary>
    public static string Mask(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 18 ? $"{value[..6]}********{value[^4..]}" : new string('*', value.Length);
    }

    public override string ToString() => Masked;

    /// <summary>ISO 7064 MOD 11-2 over the first 17 digits: every single wrong digit changes it.</summary>
    internal static char CheckCharacter(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum = (sum + digits[i] - '0') * 2 % 11;
        }

        return "10X98765432"[sum % 11];
    }
}
