using System.Globalization;

namespace PolicyBot.Adapters.Filings;

/// <summary>Names of people.</summary>
public static class PersonName
{
    /// <summary>Keeps the first character: 李四 becomes 李*, 张三丰 and longer names 张** (how long is nobody's business).</summary>
    public static string Mask(string name)
    {
        var characters = new StringInfo(name ?? throw new ArgumentNullException(nameof(name)));
        return characters.LengthInTextElements switch
        {
            0 => string.Empty,
            1 => "*",
            2 => characters.SubstringByTextElements(0, 1) + "*",
            _ => characters.SubstringByTextElements(0, 1) + "**",
        };
    }
}
