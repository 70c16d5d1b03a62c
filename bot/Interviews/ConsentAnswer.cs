using System.Globalization;

namespace PolicyBot.Bot.Interviews;

/// <summary>Consent as it is recorded: to which version of the notice, and when.</summary>
internal sealed record ConsentAnswer(string Version, DateTimeOffset GivenAt)
{
    public const string Yes = "yes";

    public const string No = "no";

    public static string Write(string version, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{version}@{at:O}");

    public static ConsentAnswer? Read(string answer)
    {
        var at = answer.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && DateTimeOffset.TryParseExact(
            answer.AsSpan(at + 1), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given)
            ? new ConsentAnswer(answer[..at], given)
            : null;
    }
}
