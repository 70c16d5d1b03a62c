using System.Collections;
using System.Collections.Immutable;

namespace PolicyBot.Bot.Interviews;

/// <summary>
/// The named answers given so far. Immutable. Answers are named, not numbered, so that they outlive a new release that
/// asks in another order.
/// </summary>
internal sealed class AnswerSheet : IEnumerable<KeyValuePair<string, string>>
{
    /// <summary>The answer to an optional question that was skipped.</summary>
    public const string Skipped = "";

    private readonly ImmutableSortedDictionary<string, string> answers;

    private AnswerSheet(ImmutableSortedDictionary<string, string> answers) => this.answers = answers;

    public static AnswerSheet Empty { get; } =
        new(ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal));

    public int Count => answers.Count;

    /// <summary>The answer of that name, or null.</summary>
    public string? this[string name] => answers.GetValueOrDefault(name);

    public static AnswerSheet From(IEnumerable<KeyValuePair<string, string>> answers) =>
        new(Empty.answers.SetItems(answers));

    public AnswerSheet With(string name, string value) => new(answers.SetItem(name, value));

    public AnswerSheet Without(string name) => new(answers.Remove(name));

    public bool Has(string name) => answers.ContainsKey(name);

    public bool SameAs(AnswerSheet other) => answers.SequenceEqual(other.answers);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => answers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
