using System.Globalization;
using PolicyBot.Adapters.Filings;

namespace PolicyBot.Tests.Support;

/// <summary>Made-up values that are right in every respect that a test does not name.</summary>
internal static class Some
{
    /// <summary>2026-12-01, nine in the morning in China; a Tuesday.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);

    public static readonly string IdNumber = IdNumberOf(new DateOnly(1956, 3, 8), 212);

    public const string Phone = "13800138000";

    /// <summary>A photo without metadata: kept as it is.</summary>
    public static readonly byte[] Jpeg = Photos.Jpeg;

    public static string IdNumberOf(DateOnly birth, int sequence)
    {
        var digits = $"320509{birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{sequence:D3}";
        return digits + PolicyBot.Adapters.Filings.IdNumber.CheckCharacter(digits);
    }

    public static Stream JpegOf(int length) => new MemoryStream([.. Jpeg[..^2], .. new byte[length - Jpeg.Length], .. Jpeg[^2..]]);

    public static string Key() => Guid.NewGuid().ToString("N");

    /// <summary>Fits what <see cref="FixedDeterminer"/> determines, once its attachment is there.</summary>
    public static FilingSubmission Submission(string attachment = "0123456789abcdef0123456789abcdef") => new()
    {
        Policy = FixedDeterminer.Policy,
        FilingType = FixedDeterminer.FilingType,
        Scheme = "medical",
        InsuredPlace = "320509",
        CarePlace = "330100",
        StartsOn = new DateOnly(2026, 12, 1),
        Person = new Person("张三丰", IdNumber, Phone),
        Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = "long-term-residence", ["residence"] = "permit" },
        Documents =
        [
            new SubmittedDocument("identity", "社会保障卡", attachment),
            new SubmittedDocument("proof", "居住证", attachment),
        ],
        Consent = new Consent("2026-11", Morning.AddMinutes(-5)),
    };
}
