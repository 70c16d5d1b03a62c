namespace PolicyBot.Bot.Interviews;

/// <summary>When a stored answer in normal form still holds. The readers of what people type produce these forms.</summary>
internal sealed record AnswerRules(
    Func<string, bool> IsPlace,
    Func<string, bool> IsName,
    Func<string, bool> IsIdNumber,
    Func<string, bool> IsPhone,
    Func<string, DateOnly, bool> IsStartDate);
