using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>Says where the way to file, its dates and what is said with it differ from the oracle.</summary>
internal static class OracleWaysComparison
{
    public static IEnumerable<string> Differences(OracleCase c, OracleAnswer oracle, Determination policy)
    {
        if (oracle.Ways is not { } ways)
        {
            yield break;
        }

        // Who has filed has no way to choose and no date to keep.
        if (!c.Filed)
        {
            if (policy.Submission != ways.Submission)
            {
                yield return $"submission: oracle {ways.Submission}, policy {policy.Submission}";
            }

            var (wanted, got) = (Kinds(ways.Channels), Kinds(policy.Channels.Select(channel => channel.Kind)));
            if (wanted != got)
            {
                yield return $"channels: oracle {wanted}, policy {got}";
            }

            foreach (var difference in Both("deadline", ways.Deadlines, policy.Deadlines))
            {
                yield return difference;
            }
        }

        foreach (var difference in Both("change", ways.Change, policy.Change))
        {
            yield return difference;
        }

        foreach (var words in ways.Says.Where(words => !policy.Citations.Any(cite => Has(cite, words))))
        {
            yield return $"not said: {words}";
        }

        foreach (var words in ways.NeverSays.Where(words => policy.Citations.Any(cite => Has(cite, words))))
        {
            yield return $"said, but for others: {words}";
        }
    }

    /// <summary>Every sentence wanted is there, and no other sentence of the guide is.</summary>
    private static IEnumerable<string> Both(string what, IReadOnlyList<string> wanted, IReadOnlyList<Statement> got) =>
        wanted.Where(words => !got.Any(statement => statement.Cite is { } cite && Has(cite, words)))
            .Select(words => $"{what} missing: {words}")
            .Concat(got.Where(statement => statement.Cite is { } cite && !wanted.Any(words => Has(cite, words)))
                .Select(statement => $"{what} not in the oracle: {statement.Text} ({statement.Cite!.Quote})"));

    private static bool Has(Citation cite, string words) => cite.Quote.Contains(words, StringComparison.Ordinal);

    private static string Kinds(IEnumerable<string> kinds) => string.Join(' ', kinds.Order(StringComparer.Ordinal));
}
