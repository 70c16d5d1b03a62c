using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>A question with what it and the conversation say of the person.</summary>
/// <param name="Text">What the person typed.</param>
/// <param name="Situation">The conversation's facts, with those of the text on top.</param>
/// <param name="Guides">The guides that speak for the insured place, local before general; empty if it is not known.</param>
/// <param name="Places">Where names of places stand in the text.</param>
/// <param name="CareNames">Names of the care place, finest first, as a guide may have them.</param>
/// <param name="StatesFacts">The text itself says where or why care is sought.</param>
/// <param name="PlaceOpen">The insured place is unknown, or too wide to tell which guide applies.</param>
internal sealed record AskedQuestion(
    string Text, Situation Situation, IReadOnlyList<Guide> Guides, IReadOnlyList<Highlight> Places,
    IReadOnlyList<string> CareNames, bool StatesFacts, bool PlaceOpen);
