using System.Globalization;
using System.Security.Cryptography;

namespace PolicyBot.Adapters.FilingService;

/// <summary>
/// Numbers of filings such as 320509-20261201-4821937: insured place, day of submission, six random digits that tell nothing
/// of how many there are, and a check digit, because they are read out on the phone.
/// </summary>
internal static class FilingNumber
{
    public static string New(string insuredPlace, DateOnly day)
    {
        var place = new string([.. insuredPlace.Where(char.IsAsciiDigit).Take(6)]).PadRight(6, '0');
        var body = $"{place}-{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetInt32(1_000_000):D6}";
        return body + CheckDigit(body);
    }

    /// <summary>Whether it is one of ours, rightly copied.</summary>
    public static bool IsValid(string number) => number is { Length: 23 } && number[6] == '-' && number[15] == '-'
        && number.All(character => char.IsAsciiDigit(character) || character == '-') && CheckDigit(number[..22]) == number[22];

    /// <summary>ISO 7064 MOD 11,10: every single wrong digit changes it, and nearly every swap of neighbours.</summary>
    private static char CheckDigit(string body)
    {
        var product = 10;
        foreach (var digit in body.Where(char.IsAsciiDigit))
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + (11 - product) % 10);
    }
}
