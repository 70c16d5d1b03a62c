using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>Compares determinations by what a person is told.</summary>
internal static class Determinations
{
    public static bool Same(Determination one, Determination other) =>
        one.Policy == other.Policy
        && one.Outcome == other.Outcome
        && one.FilingType == other.FilingType
        && one.Submission == other.Submission
        && Equals(one.Tier, other.Tier)
        && Equals(one.Validity, other.Validity)
        && Equals(one.ReviewTime, other.ReviewTime)
        && Same(one.Documents, other.Documents)
        && one.Notices.SequenceEqual(other.Notices)
        && one.Deadlines.SequenceEqual(other.Deadlines)
        && one.Change.SequenceEqual(other.Change)
        && Same(one.BetterChoices, other.BetterChoices, choice => choice.Text)
        && Same(one.Channels, other.Channels, channel => channel.Name)
        && Same(one.Settlement, other.Settlement, settlement => settlement.Text)
        && one.Settlement.Zip(other.Settlement, (a, b) => Same(a.Documents, b.Documents)).All(same => same);

    private static bool Same(IReadOnlyList<DocumentRequirement> some, IReadOnlyList<DocumentRequirement> others) =>
        Same(some, others, document => document.Id)
        && some.Zip(others, (a, b) => a.Note == b.Note && a.AnyOf.SequenceEqual(b.AnyOf)).All(same => same);

    private static bool Same<T>(IReadOnlyList<T> some, IReadOnlyList<T> others, Func<T, string> key) =>
        some.Count == others.Count && some.Select(key).SequenceEqual(others.Select(key), StringComparer.Ordinal);
}
