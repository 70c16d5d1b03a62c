namespace PolicyBot.Bot.Language;

/// <summary>One of the answers that a question offers.</summary>
/// <param name="Also">Other words for it.</param>
public sealed record Choice(string Value, string Label, IReadOnlyList<string>? Also = null);
