namespace PolicyBot.Knowledge.Policies;

/// <summary>
/// When an entry holds: for each dimension of the policy a set of values as a bit mask; and, for entries that are shown with a
/// result, the outcomes and filing types they go with.
/// </summary>
internal sealed record Condition(uint[] Masks, IReadOnlySet<Outcome>? Outcomes, IReadOnlySet<string>? FilingTypes)
{
    /// <summary>Whether it holds for one combination, given as a value index for each dimension.</summary>
    public bool Holds(ReadOnlySpan<int> values)
    {
        for (var i = 0; i < Masks.Length; i++)
        {
            if ((Masks[i] & (1u << values[i])) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it holds for at least one combination of what is still possible, with this result.</summary>
    public bool Possible(ReadOnlySpan<uint> possible, Outcome outcome, string? filingType)
    {
        for (var i = 0; i < Masks.Length; i++)
        {
            if ((Masks[i] & possible[i]) == 0)
            {
                return false;
            }
        }

        return GoesWith(outcome, filingType);
    }

    /// <summary>Whether it holds for every combination of what is still possible.</summary>
    public bool Certain(ReadOnlySpan<uint> possible)
    {
        for (var i = 0; i < Masks.Length; i++)
        {
            if ((possible[i] & ~Masks[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public bool GoesWith(Outcome outcome, string? filingType) =>
        (Outcomes is null || Outcomes.Contains(outcome)) && (FilingTypes is null || (filingType is not null && FilingTypes.Contains(filingType)));
}
