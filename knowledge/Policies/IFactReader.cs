namespace PolicyBot.Knowledge.Policies;

/// <summary>Reads facts such as reason, kind of care and stage from running text.</summary>
public interface IFactReader
{
    /// <summary>
    /// What the text says of the facts; nothing that it denies, and nothing that it leaves open. A fact that the text gives two
    /// different values for is left out.
    /// </summary>
    IReadOnlyList<FactMention> Read(string text);
}

/// <param name="Fact">Name of the fact, see <see cref="FactNames"/>.</param>
/// <param name="Value">Value of the contract, such as <c>referral</c>.</param>
public sealed record FactMention(string Fact, string Value, int Start, int Length);
