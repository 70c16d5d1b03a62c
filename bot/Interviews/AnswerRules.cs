using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>When a stored answer in normal form still holds. The readers of what people type produce these forms.</summary>
/// <param name="OptionsOf">The values that a fact can take; none for facts that are no choice.</param>
internal sealed record AnswerRules(
    Func<string, bool> IsPlace,
    Func<string, bool> IsName,
    Func<string, bool> IsIdNumber,
    Func<string, bool> IsPhone,
    Func<string, DateOnly, bool> IsStartDate,
    Func<string, IReadOnlyList<AskOption>> OptionsOf);
