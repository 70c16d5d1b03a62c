namespace PolicyBot.Bot.Language;

/// <summary>A value read from what a person typed, or why it could not be read.</summary>
/// <param name="Value">Normal form: dates as 2026-12-01, money and shares as decimals with a point, ID numbers with X.</param>
/// <param name="Problem">Name of what is wrong, such as <c>id-number.check-digit</c>; a resource holds the sentence.</param>
public sealed record Recognized(string? Value, string? Problem)
{
    /// <summary>Without the value, which may be personal.</summary>
    public override string ToString() => Problem ?? "read";

    public static Recognized As(string value) => new(value, null);

    public static Recognized Wrong(string problem) => new(null, problem);
}
