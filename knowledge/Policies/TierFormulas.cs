namespace PolicyBot.Knowledge.Policies;

/// <summary>What a tier comes to in decimals.</summary>
public static class TierFormulas
{
    /// <summary>The share of the eligible cost that the fund pays, 0 to 1; null where the guide does not say or the local share is not known.</summary>
    public static decimal? Share(TierFormula formula, decimal? value, decimal? localShare) => formula switch
    {
        TierFormula.None => 0m,
        TierFormula.Unstated => null,
        _ when localShare is null => null,
        TierFormula.Local => localShare,
        TierFormula.LocalMinusPoints => Math.Max(0m, localShare.Value - (value!.Value / 100m)),
        TierFormula.LocalTimes => localShare.Value * value!.Value,
        TierFormula.SelfPayFirst => localShare.Value * (1m - (value!.Value / 100m)),
        _ => throw new ArgumentOutOfRangeException(nameof(formula)),
    };

    /// <summary>Yuan with two decimals, or null where the share or the cost is not known.</summary>
    public static decimal? Payment(decimal? share, decimal? eligibleCost) =>
        share is null || eligibleCost is null ? null : decimal.Round(share.Value * eligibleCost.Value, 2, MidpointRounding.AwayFromZero) + 0.00m;
}
