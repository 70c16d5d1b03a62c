namespace PolicyBot.Bot.Language;

/// <summary>Reads yes and no where a question that can be answered so is pending.</summary>
public static class YesNoReader
{
    private static readonly string[] No =
        ["不是", "不对", "没有", "没", "不", "否", "未", "无", "别", "错", "还没", "冇", "no", "n", "莫", "拒绝"];

    private static readonly string[] Yes =
        ["是", "对", "有", "好", "行", "可以", "确认", "同意", "嗯", "恩", "成", "中", "要", "能", "会", "需要", "愿意", "ok", "okay", "yes", "y", "办过", "已经", "备过", "没错", "没问题", "得行", "办了", "已备案", "对头", "当然"];

    /// <summary>True or false by how the message begins; null where it does not say, or asks (是吗?).</summary>
    public static bool? Read(string? text)
    {
        var folded = Typed.Value(text).Trim(' ', ',', '.', '!', '~', '"');
        if (folded.Length == 0 || folded[^1] is '?' or '吗' or '么' || StartsWith(folded, ["不知道", "不清楚", "不晓得", "不懂", "不记得", "不确定", "不一定", "不太清楚", "没想好", "没听懂", "要不", "能不能", "有没有", "是不是", "无所谓"]))
            return null;
        foreach (var subject in (ReadOnlySpan<string>)["我妈", "我爸", "我", "俺", "已经", "早", "都", "他", "她", "这个", "还", "倒是", "应该", "当然", "肯定"])
        {
            if (folded.Length > subject.Length && folded.StartsWith(subject, StringComparison.Ordinal))
                folded = folded[subject.Length..].TrimStart(' ', ',');
        }
        if (StartsWith(folded, ["没错", "没问题", "没毛病", "不错"]))
            return true;
        return StartsWith(folded, No) ? false : StartsWith(folded, Yes) ? true : null;
    }

    private static bool StartsWith(string text, string[] words) => Array.Exists(words, word =>
        text.StartsWith(word, StringComparison.Ordinal)
        && !(char.IsAsciiLetter(word[0]) && text.Length > word.Length && char.IsAsciiLetter(text[word.Length])));
}
