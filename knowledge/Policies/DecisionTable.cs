using System.Numerics;

namespace PolicyBot.Knowledge.Policies;

/// <summary>
/// Every combination of the policy's facts with the outcome rule and the tier rule that decide it. It is computed once; a
/// determination and the checker only look things up in it.
/// </summary>
internal sealed class DecisionTable
{
    public const int Gap = -1;
    public const int Conflict = -2;

    private readonly Policy policy;
    private readonly int[] strides;
    private readonly int[] outcomes;
    private readonly int[] tiers;

    /// <summary>Combinations with the same number come out the same for the person: outcome, filing type, documents and tier.</summary>
    private readonly int[] results;

    private readonly uint[] deciding;

    public DecisionTable(Policy policy)
    {
        this.policy = policy;
        strides = new int[policy.Dimensions.Count];
        Count = 1;
        for (var i = policy.Dimensions.Count - 1; i >= 0; i--)
        {
            strides[i] = Count;
            Count *= policy.Dimensions[i].Values.Count;
        }

        outcomes = new int[Count];
        tiers = new int[Count];
        results = new int[Count];
        Fill();
        deciding = FindDeciding();
    }

    public int Count { get; }

    /// <summary>Index of the deciding outcome rule, or <see cref="Gap"/>, or <see cref="Conflict"/>.</summary>
    public int OutcomeAt(int cell) => outcomes[cell];

    /// <summary>Index of the deciding tier rule, or <see cref="Gap"/>, or <see cref="Conflict"/>.</summary>
    public int TierAt(int cell) => tiers[cell];

    public int CellOf(ReadOnlySpan<int> values)
    {
        var cell = 0;
        for (var i = 0; i < strides.Length; i++)
        {
            cell += values[i] * strides[i];
        }

        return cell;
    }

    public int[] ValuesOf(int cell)
    {
        var values = new int[strides.Length];
        ValuesOf(cell, values);
        return values;
    }

    public void ValuesOf(int cell, Span<int> values)
    {
        for (var i = 0; i < strides.Length; i++)
        {
            values[i] = cell / strides[i] % policy.Dimensions[i].Values.Count;
        }
    }

    /// <summary>The cell for the lowest possible value of each dimension.</summary>
    public int FirstCell(ReadOnlySpan<uint> possible)
    {
        var cell = 0;
        for (var i = 0; i < strides.Length; i++)
        {
            cell += BitOperations.TrailingZeroCount(possible[i]) * strides[i];
        }

        return cell;
    }

    /// <summary>The first dimension whose value can still change the result, or -1.</summary>
    public int FirstDeciding(ReadOnlySpan<uint> possible)
    {
        Span<uint> reduced = stackalloc uint[strides.Length];
        Reduce(possible, reduced);
        for (var dimension = 0; dimension < strides.Length; dimension++)
        {
            if (!BitOperations.IsPow2(reduced[dimension]) && Decides(dimension, reduced, 0, 0))
            {
                return dimension;
            }
        }

        return -1;
    }

    /// <summary>Whether two possible combinations that differ in this dimension only come out differently.</summary>
    public bool Decides(int dimension, ReadOnlySpan<uint> possible)
    {
        Span<uint> reduced = stackalloc uint[strides.Length];
        Reduce(possible, reduced);
        return !BitOperations.IsPow2(reduced[dimension]) && Decides(dimension, reduced, 0, 0);
    }

    /// <summary>Whether a possible combination fits.</summary>
    public bool Any(ReadOnlySpan<uint> possible, Func<int, bool> fits) => Any(possible, fits, 0, 0);

    private bool Any(ReadOnlySpan<uint> possible, Func<int, bool> fits, int depth, int cell)
    {
        if (depth == strides.Length)
        {
            return fits(cell);
        }

        for (var mask = possible[depth]; mask != 0; mask &= mask - 1)
        {
            if (Any(possible, fits, depth + 1, cell + (BitOperations.TrailingZeroCount(mask) * strides[depth])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keeps one value of each dimension that decides nothing where the care place may lie.</summary>
    private void Reduce(ReadOnlySpan<uint> possible, Span<uint> reduced)
    {
        var matters = 1u;
        for (var mask = possible[0]; mask != 0; mask &= mask - 1)
        {
            matters |= deciding[BitOperations.TrailingZeroCount(mask)];
        }

        for (var i = 0; i < possible.Length; i++)
        {
            reduced[i] = (matters & (1u << i)) != 0 ? possible[i] : possible[i] & (~possible[i] + 1);
        }
    }

    private bool Decides(int dimension, ReadOnlySpan<uint> possible, int depth, int cell)
    {
        if (depth == strides.Length)
        {
            var seen = -1;
            for (var mask = possible[dimension]; mask != 0; mask &= mask - 1)
            {
                var result = results[cell + (BitOperations.TrailingZeroCount(mask) * strides[dimension])];
                if (seen >= 0 && result != seen)
                {
                    return true;
                }

                seen = result;
            }

            return false;
        }

        if (depth == dimension)
        {
            return Decides(dimension, possible, depth + 1, cell);
        }

        for (var mask = possible[depth]; mask != 0; mask &= mask - 1)
        {
            if (Decides(dimension, possible, depth + 1, cell + (BitOperations.TrailingZeroCount(mask) * strides[depth])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>For each value of the first dimension (where the care place lies) the dimensions that can decide there, a bit each.</summary>
    private uint[] FindDeciding()
    {
        var found = new uint[policy.Dimensions[0].Values.Count];
        Span<uint> all = stackalloc uint[strides.Length];
        for (var i = 0; i < strides.Length; i++)
        {
            all[i] = (1u << policy.Dimensions[i].Values.Count) - 1;
        }

        for (var where = 0; where < found.Length; where++)
        {
            all[0] = 1u << where;
            for (var dimension = 1; dimension < strides.Length; dimension++)
            {
                found[where] |= Decides(dimension, all, 0, 0) ? 1u << dimension : 0;
            }
        }

        return found;
    }

    private void Fill()
    {
        var numbers = new Dictionary<(Outcome, string?, ulong, TierFormula, decimal?), int>();
        var (outcomesOver, tiersOver) = (Overruling(policy.Outcomes), Overruling(policy.Tiers));
        var values = new int[strides.Length];
        for (var cell = 0; cell < Count; cell++)
        {
            ValuesOf(cell, values);
            outcomes[cell] = Decide(policy.Outcomes, outcomesOver, values);
            tiers[cell] = Decide(policy.Tiers, tiersOver, values);
            if (outcomes[cell] >= 0 && tiers[cell] >= 0)
            {
                var (outcome, tier) = (policy.Outcomes[outcomes[cell]], policy.Tiers[tiers[cell]]);
                var key = (outcome.Outcome, outcome.FilingType, Documents(outcome.FilingType, values), tier.Formula, tier.Value);
                results[cell] = numbers.TryGetValue(key, out var number) ? number : numbers[key] = numbers.Count;
            }
        }
    }

    /// <summary>The documents that a filing of this type needs here, a bit each.</summary>
    private ulong Documents(string? filingType, int[] values)
    {
        var needed = 0ul;
        if (filingType is not null && policy.FilingTypes.FirstOrDefault(type => type.Name == filingType) is { } type)
        {
            for (var i = 0; i < type.Documents.Count; i++)
            {
                needed |= type.Documents[i].When.Holds(values) ? 1ul << i : 0;
            }
        }

        return needed;
    }

    /// <summary>For each rule the rules that go before it.</summary>
    private static Rule[][] Overruling(IReadOnlyList<Rule> rules) =>
        [.. rules.Select(rule => rules.Where(other => other.Over.Contains(rule.Id)).ToArray())];

    private static int Decide(IReadOnlyList<Rule> rules, Rule[][] overruling, int[] values)
    {
        var decided = Gap;
        for (var i = 0; i < rules.Count; i++)
        {
            if (!rules[i].When.Holds(values) || Array.Exists(overruling[i], other => other.When.Holds(values)))
            {
                continue;
            }

            if (decided != Gap)
            {
                return Conflict;
            }

            decided = i;
        }

        return decided;
    }
}
