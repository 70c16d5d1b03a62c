namespace PolicyBot.Knowledge.Policies;

/// <summary>Reads facts such as reason, kind of care and stage from running text.</summary>
public interface IFactReader
{
    /// <summary>
    /// What the text says of the facts, by place in the text; nothing that it denies, and nothing that it leaves open. A fact that
    /// the text gives two different values for is left out. A fact may be stated with one value and asked about with another
    /// (我是转诊的，急诊怎么报): then both are there.
    /// </summary>
    IReadOnlyList<FactMention> Read(string text);
}

/// <param name="Fact">Name of the fact, see <see cref="FactNames"/>.</param>
/// <param name="Value">Value of the contract, such as <c>referral</c>.</param>
/// <param name="Start">Where the words stand in the text as typed.</param>
/// <param name="Asked">
/// Whether the text only asks about it (转诊要什么材料) or supposes it (要是住院呢). For an answer it is the case asked about; an
/// interview must not record it as a fact about the person.
/// </param>
public sealed record FactMention(string Fact, string Value, int Start, int Length, bool Asked = false);
