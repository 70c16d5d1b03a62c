using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Knowledge.Answers;

/// <summary>A question with what it and the conversation say of the person.</summary>
/// <param name="Text">What the person typed, names of places taken out; the place where they are insured, named as the care place, is 本地.</param>
/// <param name="Situation">The conversation's facts, with those of the text on top.</param>
/// <param name="Guides">The guides that speak for the insured place, local before general; empty if it is not known.</param>
/// <param name="CareNames">Names of the care place, finest first, as a guide may have them.</param>
/// <param name="StatesFacts">The text itself says where or why care is sought.</param>
/// <param name="PlaceOpen">The insured place is unknown, or too wide to tell which guide applies.</param>
internal sealed record AskedQuestion(
    string Text, Situation Situation, IReadOnlyList<Guide> Guides, IReadOnlyList<string> CareNames,
    bool StatesFacts, bool PlaceOpen);
