using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Knowledge.Answers;

/// <summary>A question with what it and the conversation say of the person.</summary>
/// <param name="Text">What the person typed, names of places taken out; the place where they are insured, named as the care place, is 本地.</param>
/// <param name="Situation">The conversation's facts, with those of the text on top.</param>
/// <param name="Speaking">The guides that speak for the insured place.</param>
/// <param name="CareNames">Names of the care place, finest first, as a guide may have them.</param>
/// <param name="HomeName">Name of the insured place at its finest, as a row of a table may have it.</param>
/// <param name="StatesFacts">The text itself says where or why care is sought.</param>
internal sealed record AskedQuestion(
    string Text, Situation Situation, Speaking Speaking, IReadOnlyList<string> CareNames, string? HomeName, bool StatesFacts)
{
    public IReadOnlyList<Guide> Guides => Speaking.Guides;
}
