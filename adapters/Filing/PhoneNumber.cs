using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Adapters.Filings;

/// <summary>A mobile phone number of mainland China: 11 digits, the first a 1.</summary>
public sealed record PhoneNumber
{
    private PhoneNumber(string value) => Value = value;

    /// <summary>The digits. Personal data: nothing else here gives them away.</summary>
    public string Value { get; }

    /// <summary>Such as 138****8000.</summary>
    public string Masked => Mask(Value);

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        var value = text?.Trim();
        number = value is ['1', ..] && value.Length == 11 && value.AsSpan().ContainsOnlyDigits() ? new PhoneNumber(value) : null;
        return number is not null;
    }

    /// <summary>Keeps the first three and the last four digits.</summary>
    public static string Mask(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 11 ? $"{value[..3]}****{value[^4..]}" : new string('*', value.Length);
    }

    public override string ToString() => Masked;
}
