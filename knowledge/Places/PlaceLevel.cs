namespace PolicyBot.Knowledge.Places;

/// <summary>The three levels that GB/T 2260 codes: 省级, 地级, 县级.</summary>
public enum PlaceLevel
{
    Province,
    Prefecture,
    County,
}
