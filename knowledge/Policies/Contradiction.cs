namespace PolicyBot.Knowledge.Policies;

/// <summary>Two sentences of guides that do not go together. It is kept and shown to staff, never silently resolved.</summary>
/// <param name="Text">What does not go together, and which of the two the policy follows.</param>
/// <param name="Here">The sentence of the policy's own guide; whoever is told it meets the contradiction.</param>
/// <param name="There">The other sentence, of the same guide or of another one.</param>
public sealed record Contradiction(string Id, string Text, Citation Here, Citation There);
