using PolicyBot.Knowledge.Places;

namespace PolicyBot.Knowledge.Policies;

/// <summary>One way in which a care place can lie to an insured place, such as "same prefecture, other county".</summary>
/// <param name="Within">Codes in which the care place must lie; empty for no such demand.</param>
/// <param name="Same">The level that both share: <c>area</c>, <c>prefecture</c> or <c>province</c>; null for no such demand.</param>
/// <param name="County">Whether the care place must be of county level (县域).</param>
/// <param name="OnlyWhenNamed">Whether it counts only for a place that is itself named so: who says 上海 does not mean 青浦.</param>
/// <param name="AlsoCounty">Codes that count as counties because the guide says so.</param>
internal sealed record PlaceRelation(
    string Id, string Label, IReadOnlyList<string> Within, string? Same, bool County, IReadOnlyList<string> AlsoCounty, bool OnlyWhenNamed)
{
    /// <summary>
    /// The relations that are still possible, as a bit mask over <paramref name="relations"/>, when the places are known only
    /// as finely as given: a prefecture stands for all that lies in it.
    /// </summary>
    public static uint Possible(IReadOnlyList<PlaceRelation> relations, PlaceCatalog places, Place insured, Place care) =>
        new Walk(relations, places, care, insured.Level != care.Level).Possible(insured, care);

    /// <summary>The relations that at least one place has to the insured place, as a bit mask.</summary>
    public static uint Reachable(IReadOnlyList<PlaceRelation> relations, PlaceCatalog places, Place insured)
    {
        var walk = new Walk(relations, places, Named: null, NotTheSame: false);
        return places.All.Where(place => place.Parent is null).Aggregate(0u, (mask, province) => mask | walk.Possible(insured, province));
    }

    /// <summary>Whether it fits all that the two places stand for (true), nothing of it (false), or it depends (null).</summary>
    private bool? Fits(PlaceCatalog places, Place insured, Place care)
    {
        var within = Lies(places, care);
        var same = within == false ? false : Shares(places, insured, care);
        var county = same == false || !County ? true
            : AlsoCounty.Contains(care.Code) || places.IsCountyLevel(care.Code) ? true
            : places.ChildrenOf(care.Code).Count > 0 ? (bool?)null : false;
        return within == false || same == false || county == false ? false
            : within is null || same is null || county is null ? null
            : true;
    }

    private bool? Lies(PlaceCatalog places, Place care) =>
        Within.Count == 0 || Within.Any(code => code == "*" || places.IsWithin(care.Code, code)) ? true
        : Within.Any(code => places.IsWithin(code, care.Code)) ? null
        : false;

    private bool? Shares(PlaceCatalog places, Place insured, Place care)
    {
        if (Same is null)
        {
            return true;
        }

        if (places.Province(insured.Code) != places.Province(care.Code))
        {
            return false;
        }

        return Same switch
        {
            "province" => true,
            "prefecture" => SharesPrefecture(places, insured, care),
            _ => SharesArea(places, insured, care),
        };
    }

    private static bool? SharesPrefecture(PlaceCatalog places, Place insured, Place care) =>
        places.Prefecture(insured.Code) is not { } prefecture ? (places.ChildrenOf(insured.Code).Count > 0 ? null : false)
        : places.IsWithin(care.Code, prefecture.Code) ? true
        : places.IsWithin(prefecture.Code, care.Code) ? null
        : false;

    /// <summary>The same county, or two districts of one prefecture.</summary>
    private static bool? SharesArea(PlaceCatalog places, Place insured, Place care)
    {
        var prefecture = places.Prefecture(insured.Code);
        if (places.ChildrenOf(insured.Code).Count > 0 || places.ChildrenOf(care.Code).Count > 0)
        {
            return prefecture is not null && SharesPrefecture(places, insured, care) == false ? false : null;
        }

        return insured.Code == care.Code
            || (!places.IsCountyLevel(insured.Code) && !places.IsCountyLevel(care.Code)
                && prefecture is not null && places.Prefecture(care.Code)?.Code == prefecture.Code);
    }

    /// <param name="Named">The care place as it was named; null where any may be named.</param>
    /// <param name="NotTheSame">Who names two places of different level does not mean the very same county.</param>
    private sealed record Walk(IReadOnlyList<PlaceRelation> Relations, PlaceCatalog Places, Place? Named, bool NotTheSame)
    {
        public uint Possible(Place insured, Place care)
        {
            var (insuredParts, careParts) = (Places.ChildrenOf(insured.Code), Places.ChildrenOf(care.Code));
            if (NotTheSame && insured.Code == care.Code && careParts.Count == 0)
            {
                return 0;
            }

            for (var i = 0; i < Relations.Count; i++)
            {
                switch (Relations[i].Fits(Places, insured, care))
                {
                    case true:
                        return Relations[i].OnlyWhenNamed && Named is not null && Relations[i].Lies(Places, Named) != true ? 0 : 1u << i;
                    case null:
                        // The coarser of the two is taken apart.
                        return insuredParts.Count > 0 && (careParts.Count == 0 || insured.Level < care.Level)
                            ? insuredParts.Aggregate(0u, (mask, part) => mask | Possible(part, care))
                            : careParts.Aggregate(0u, (mask, part) => mask | Possible(insured, part));
                }
            }

            throw new InvalidOperationException($"No relation of the policy fits {insured.Code} → {care.Code}.");
        }
    }
}
