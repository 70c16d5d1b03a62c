namespace PolicyBot.Knowledge.Policies;

/// <summary>
/// Walks every combination of a policy's facts and reports gaps, conflicts, rules that never decide and entries that are
/// never shown. A policy with findings must not run.
/// </summary>
public static class PolicyChecker
{
    public static PolicyReport Check(Policy policy)
    {
        var findings = new List<PolicyFinding>();
        var table = policy.Table;
        Exclusive(policy, policy.Outcomes, table.OutcomeAt, "outcome", findings);
        Exclusive(policy, policy.Tiers, table.TierAt, "tier", findings);
        foreach (var type in policy.FilingTypes.Where(type => policy.Outcomes.All(rule => rule.FilingType != type.Name)))
        {
            findings.Add(new PolicyFinding(policy.File, type.Line, FindingKind.Unused, $"filing type '{type.Name}' is never used"));
        }

        Alone(policy, policy.Validities, "validity", (_, _) => true, findings);
        Alone(policy, policy.Changes, "change", (one, other) => one.Kinds.Intersect(other.Kinds).Any(), findings);
        Shown(policy.Submissions);
        Shown(policy.Channels);
        Shown(policy.ReviewTimes);
        Shown(policy.Validities);
        Shown(policy.Changes);
        Shown(policy.Deadlines);
        Shown(policy.Settlements);
        Shown(policy.BetterChoices);
        Shown(policy.Notices);
        Shown(policy.FilingTypes.SelectMany(type => type.Documents));
        Shown(policy.Settlements.SelectMany(entry => entry.Item.Documents));
        foreach (var form in policy.PaperForms.Where(form => policy.FilingTypes.SelectMany(type => type.Documents).All(entry => entry.Item.Form != form.Id)))
        {
            findings.Add(new PolicyFinding(policy.File, form.Line, FindingKind.Unused, $"paper form '{form.Id}' is not asked for by any document"));
        }

        return new PolicyReport(policy.Id, table.Count, policy.Outcomes.Count, policy.Tiers.Count, findings);

        void Shown<T>(IEnumerable<Entry<T>> entries)
        {
            foreach (var entry in entries.Where(entry => !CanShow(policy, entry.When)))
            {
                findings.Add(new PolicyFinding(policy.File, entry.Line, FindingKind.Unused, $"entry '{entry.Id}' is never shown"));
            }
        }
    }

    private static void Exclusive(Policy policy, IReadOnlyList<Rule> rules, Func<int, int> decided, string kind, List<PolicyFinding> findings)
    {
        var fired = new bool[rules.Count];
        var conflicts = new HashSet<string>(StringComparer.Ordinal);
        var gaps = 0;
        var firstGap = -1;
        for (var cell = 0; cell < policy.Table.Count; cell++)
        {
            switch (decided(cell))
            {
                case DecisionTable.Gap:
                    firstGap = gaps++ == 0 ? cell : firstGap;
                    break;
                case DecisionTable.Conflict:
                    var values = policy.Table.ValuesOf(cell);
                    var applicable = rules.Where(rule => rule.When.Holds(values)).ToList();
                    var left = applicable.Where(rule => !applicable.Exists(other => other.Over.Contains(rule.Id))).ToList();
                    var names = string.Join(", ", left.Select(rule => $"'{rule.Id}'"));
                    if (conflicts.Add(names))
                    {
                        findings.Add(new PolicyFinding(
                            policy.File, left[^1].Line, FindingKind.Conflict, $"{kind} rules {names} both hold for {Describe(policy, cell)}"));
                    }

                    break;
                case var rule:
                    fired[rule] = true;
                    break;
            }
        }

        if (gaps > 0)
        {
            var nearest = Nearest(rules, policy.Table.ValuesOf(firstGap));
            findings.Add(new PolicyFinding(
                policy.File, nearest?.Line ?? 1, FindingKind.Gap,
                $"no {kind} rule for {gaps} combinations, the first: {Describe(policy, firstGap)}{(nearest is null ? "" : $"; '{nearest.Id}' comes nearest")}"));
        }

        for (var i = 0; i < rules.Count; i++)
        {
            if (!fired[i])
            {
                findings.Add(new PolicyFinding(policy.File, rules[i].Line, FindingKind.DeadRule, $"{kind} rule '{rules[i].Id}' never decides"));
            }
        }
    }

    /// <summary>Where to look for a gap: the rule that holds for most of the combination's facts.</summary>
    private static Rule? Nearest(IReadOnlyList<Rule> rules, int[] values) =>
        rules.MaxBy(rule => values.Where((value, i) => (rule.When.Masks[i] & (1u << value)) != 0).Count());

    /// <summary>Of limits that would contradict one another only one may hold for a combination.</summary>
    private static void Alone<T>(Policy policy, IReadOnlyList<Entry<T>> entries, string kind, Func<T, T, bool> rival, List<PolicyFinding> findings)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            for (var j = i + 1; j < entries.Count; j++)
            {
                var (one, other) = (entries[i], entries[j]);
                uint[] both = [.. one.When.Masks.Zip(other.When.Masks, (left, right) => left & right)];
                var cell = -1;
                if (rival(one.Item, other.Item) && policy.Table.Any(both, it => Together(policy, it, one.When, other.When) && (cell = it) >= 0))
                {
                    findings.Add(new PolicyFinding(
                        policy.File, other.Line, FindingKind.Conflict, $"{kind} entries '{one.Id}', '{other.Id}' both hold for {Describe(policy, cell)}"));
                }
            }
        }
    }

    private static bool Together(Policy policy, int cell, Condition one, Condition other) =>
        policy.Table.OutcomeAt(cell) is >= 0 and var decided && policy.Outcomes[decided] is var rule
        && one.GoesWith(rule.Outcome, rule.FilingType) && other.GoesWith(rule.Outcome, rule.FilingType);

    private static string Describe(Policy policy, int cell) => string.Join(", ", policy.Table.ValuesOf(cell)
        .Select((value, i) => $"{policy.Dimensions[i].Name}={policy.Dimensions[i].Values[value]}"));

    /// <summary>Whether a combination exists for which the entry is shown with the outcome that is decided there.</summary>
    private static bool CanShow(Policy policy, Condition condition) => policy.Table.Any(condition.Masks, cell =>
        policy.Table.OutcomeAt(cell) is >= 0 and var decided && condition.GoesWith(policy.Outcomes[decided].Outcome, policy.Outcomes[decided].FilingType));
}

/// <param name="Combinations">How many combinations of facts were walked.</param>
public sealed record PolicyReport(string Policy, int Combinations, int OutcomeRules, int TierRules, IReadOnlyList<PolicyFinding> Findings);

public sealed record PolicyFinding(string File, long Line, FindingKind Kind, string Message);

public enum FindingKind
{
    /// <summary>No rule decides a combination.</summary>
    Gap,

    /// <summary>Two rules decide a combination and neither goes before the other.</summary>
    Conflict,

    /// <summary>A rule that never decides.</summary>
    DeadRule,

    /// <summary>An entry or filing type that nobody ever sees.</summary>
    Unused,
}
