using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Answers;

/// <summary>Reads no facts: the judged questions must be answered from their words alone.</summary>
internal sealed class NoFacts : IFactReader
{
    public IReadOnlyList<FactMention> Read(string text) => [];
}
