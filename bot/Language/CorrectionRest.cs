using PolicyBot.Knowledge.Text;

namespace PolicyBot.Bot.Language;

/// <summary>What a correction puts in the place of the earlier answer.</summary>
internal static class CorrectionRest
{
    private static readonly char[] Punctuation = [' ', ',', '.', '!', '?', ';', ':', '~', '…', '-'];

    private static readonly string[] Leads =
        ["应该是", "应该", "其实是", "改成", "改为", "换成", "我是", "我要", "而是", "是", "为", "成"];

    /// <summary>The words after the hit, without 应该是 and the like (是去杭州 → 去杭州); null if none are left.</summary>
    public static string? Of(string text, PhraseHit hit)
    {
        var rest = text[hit.End..].Trim(Punctuation);
        // 是吴江不是苏州: what comes before 不是 counts.
        if (rest.IndexOf("不是", StringComparison.Ordinal) is > 0 and var denied)
            rest = rest[..denied].Trim(Punctuation);
        // 不是北京，是天津: only what is put in its place counts.
        if (rest.StartsWith("不是", StringComparison.Ordinal) && rest.IndexOfAny([',', ' ', '.']) is > 0 and var comma)
            rest = rest[(comma + 1)..].Trim(Punctuation);
        if (Array.Find(Leads, lead => rest.StartsWith(lead, StringComparison.Ordinal)) is { } found)
            rest = rest[found.Length..].Trim(Punctuation);
        return rest.Length > 0 ? rest : null;
    }
}
