namespace PolicyBot.Bot.Language;

/// <summary>Reads Chinese mobile numbers.</summary>
public static class PhoneReader
{
    public const string Letter = "phone.letter";
    public const string Length = "phone.length";
    public const string Landline = "phone.landline";
    public const string Prefix = "phone.prefix";

    /// <summary>Eleven digits from 13 to 19; +86, spaces, hyphens and words around them do not count.</summary>
    public static Recognized Read(string? text)
    {
        var number = Typed.CodeIn(text);
        if (!number.All(char.IsAsciiDigit))
            return Recognized.Wrong(Letter);
        number = WithoutCountry(number);
        if (number.Length is >= 10 and <= 12 && number[0] == '0')
            return Recognized.Wrong(Landline);
        if (number.Length != 11)
            return Recognized.Wrong(Length);
        return number[0] == '1' && number[1] >= '3' ? Recognized.As(number) : Recognized.Wrong(Prefix);
    }

    private static string WithoutCountry(string number) => number switch
    {
        { Length: 15 } when number.StartsWith("0086", StringComparison.Ordinal) => number[4..],
        { Length: 13 } when number.StartsWith("86", StringComparison.Ordinal) => number[2..],
        _ => number,
    };
}
