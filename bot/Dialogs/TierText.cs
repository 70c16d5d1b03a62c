using System.Globalization;
using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says what the fund pays (待遇档次), with the amount when the local share and the cost are known.</summary>
internal sealed class TierText(Texts texts)
{
    private readonly string unwritten = texts.Say("words.unwritten");

    /// <summary>The rule, which the tier's citation bears out.</summary>
    public string Of(Tier tier)
    {
        var value = Points(tier.Value ?? 0);
        return tier.Formula switch
        {
            TierFormula.Local => texts.Say("tier.local", ("label", tier.Label)),
            TierFormula.LocalMinusPoints => texts.Say("tier.minus", ("label", tier.Label), ("points", value), ("then", Points(80 - (tier.Value ?? 0)))),
            TierFormula.LocalTimes => texts.Say(
                "tier.times", ("label", tier.Label), ("paid", Points((tier.Value ?? 0) * 100))),
            TierFormula.SelfPayFirst => texts.Say("tier.self-pay", ("label", tier.Label), ("percent", value)),
            TierFormula.None => texts.Say("tier.none", ("label", tier.Label)),
            _ when tier.Label.Contains(unwritten, StringComparison.Ordinal) => texts.Say("tier.none", ("label", tier.Label)),
            _ => texts.Say("tier.unstated", ("label", tier.Label)),
        };
    }

    public static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Our own reckoning by that rule, or how to get one; null where there is nothing to reckon.</summary>
    public string? Example(Tier tier, Situation situation) => tier switch
    {
        { ExpectedPayment: { } payment, ExpectedShare: { } share } => texts.Say(
            "tier.amount",
            ("local", ValueText.Percent(situation.LocalShare ?? 0)),
            ("share", ValueText.Percent(share)),
            ("cost", ValueText.Money(situation.EligibleCost ?? 0)),
            ("payment", ValueText.Money(payment))),
        { ExpectedShare: { } share } => texts.Say(
            "tier.share", ("local", ValueText.Percent(situation.LocalShare ?? 0)), ("share", ValueText.Percent(share))),
        { Formula: TierFormula.None or TierFormula.Unstated } => null,
        _ => texts.Say("tier.invite"),
    };
}
