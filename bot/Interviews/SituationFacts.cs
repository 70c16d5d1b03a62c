using System.Globalization;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>The facts of a situation under the names of the public contract, the two numbers included.</summary>
internal static class SituationFacts
{
    public const string LocalShare = "localShare";

    public const string EligibleCost = "eligibleCost";

    public static Situation With(Situation situation, string fact, string value) => fact switch
    {
        LocalShare => situation with { LocalShare = Number(value) },
        EligibleCost => situation with { EligibleCost = Number(value) },
        _ => situation.With(fact, value),
    };

    public static string? Read(Situation situation, string fact) => fact switch
    {
        FactNames.Scheme => situation.Scheme,
        FactNames.InsuredPlace => situation.InsuredPlace,
        FactNames.CarePlace => situation.CarePlace,
        LocalShare => situation.LocalShare?.ToString(CultureInfo.InvariantCulture),
        EligibleCost => situation.EligibleCost?.ToString(CultureInfo.InvariantCulture),
        _ => situation.Facts.GetValueOrDefault(fact),
    };

    /// <summary>What is known of a situation, as answers.</summary>
    public static AnswerSheet Sheet(Situation situation) => AnswerSheet.From(
        new[] { FactNames.Scheme, FactNames.InsuredPlace, FactNames.CarePlace, LocalShare, EligibleCost }.Concat(situation.Facts.Keys)
            .Select(fact => (Fact: fact, Value: Read(situation, fact)))
            .Where(known => known.Value is not null)
            .Select(known => KeyValuePair.Create(known.Fact, known.Value!)));

    public static bool IsShare(string value) => Number(value) is >= 0 and <= 1;

    public static bool IsCost(string value) => Number(value) is > 0 and < 100_000_000;

    private static decimal? Number(string value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
