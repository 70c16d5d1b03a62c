using PolicyBot.Knowledge.Places;

namespace PolicyBot.Knowledge.Policies;

/// <summary>One way in which a care place can lie to an insured place, such as "same prefecture, other county".</summary>
/// <param name="Within">Codes in which the care place must lie; empty for no such demand.</param>
/// <param name="Same">The level that both share: <c>area</c>, <c>prefecture</c> or <c>province</c>; null for no such demand.</param>
/// <param name="County">Whether the care place must be of county level (县域).</param>
/// <param name="AlsoCounty">Codes that count as counties because the guide says so.</param>
internal sealed record PlaceRelation(
    string Id, string Label, IReadOnlyList<string> Within, string? Same, bool County, IReadOnlyList<string> AlsoCounty)
{
    public bool Fits(PlaceCatalog places, Place insured, Place care) =>
        (Within.Count == 0 || Within.Any(code => code == "*" || places.IsWithin(care.Code, code)))
        && (Same switch
        {
            null => true,
            "area" => SameArea(places, insured, care),
            "province" => places.Province(insured.Code) is { } province && places.IsWithin(care.Code, province.Code),
            _ => places.Prefecture(insured.Code) is { } prefecture && places.IsWithin(care.Code, prefecture.Code),
        })
        && (!County || places.IsCountyLevel(care.Code) || AlsoCounty.Contains(care.Code));

    /// <summary>
    /// The relations that are still possible, as a bit mask over <paramref name="relations"/>, when the places are known only
    /// as finely as given: a prefecture stands for all that lies in it.
    /// </summary>
    public static uint Possible(IReadOnlyList<PlaceRelation> relations, PlaceCatalog places, Place insured, Place care)
    {
        var mask = 0u;
        foreach (var from in places.Leaves(insured.Code))
        {
            foreach (var to in places.Leaves(care.Code))
            {
                // Who names two different places does not mean the very same county.
                if (from.Code == to.Code && insured.Code != care.Code && insured.Level != care.Level)
                {
                    continue;
                }

                mask |= 1u << First(relations, places, from, to);
            }
        }

        return mask;
    }

    private static int First(IReadOnlyList<PlaceRelation> relations, PlaceCatalog places, Place insured, Place care)
    {
        for (var i = 0; i < relations.Count; i++)
        {
            if (relations[i].Fits(places, insured, care))
            {
                return i;
            }
        }

        throw new InvalidOperationException($"No relation of the policy fits {insured.Code} → {care.Code}.");
    }

    private static bool SameArea(PlaceCatalog places, Place insured, Place care) =>
        insured.Code == care.Code
        || (!places.IsCountyLevel(insured.Code) && !places.IsCountyLevel(care.Code)
            && places.Prefecture(insured.Code) is { } prefecture && places.Prefecture(care.Code)?.Code == prefecture.Code);
}
