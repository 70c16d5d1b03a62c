namespace PolicyBot.Knowledge.Places;

/// <summary>How people shorten the official names: 蛟河 for 蛟河市, 延边 for 延边朝鲜族自治州.</summary>
internal static class NameRules
{
    // The longer suffix first: 神农架林区 is 神农架, not 神农架林.
    private static readonly string[] Suffixes =
        ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "新区", "省", "市", "县", "区", "旗", "盟"];

    private static readonly string[] Peoples = (
        "蒙古族 蒙古 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 " +
        "傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 " +
        "毛南族 仡佬族 锡伯族 锡伯 普米族 塔吉克族 塔吉克 怒族 俄罗斯族 鄂温克族 保安族 裕固族 独龙族 鄂伦春族 各族").Split(' ');

    /// <summary>The short names of a place; never one of a single character (沛县 is not 沛).</summary>
    public static IEnumerable<string> ShortNames(Place place)
    {
        // 高新技术产业开发区 without its last character is no name, and neither is what is left of 城区.
        if (place.IsFunctionalZone)
            yield break;
        var suffix = Array.Find(Suffixes, s => place.Name.Length > s.Length + 1 && place.Name.EndsWith(s, StringComparison.Ordinal));
        if (suffix is null)
            yield break;
        var name = place.Name[..^suffix.Length];
        if (suffix.StartsWith("自治", StringComparison.Ordinal))
        {
            name = WithoutPeoples(name);
            yield return name + suffix[^1];
        }
        yield return name;
    }

    private static string WithoutPeoples(string name)
    {
        while (Array.Find(Peoples, p => name.Length >= p.Length + 2 && name.EndsWith(p, StringComparison.Ordinal)) is { } people)
            name = name[..^people.Length];
        return name;
    }
}
