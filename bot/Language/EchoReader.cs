namespace PolicyBot.Bot.Language;

/// <summary>
/// Reads yes and no as Chinese gives them to a yes-or-no question: by the verb of the question, 满了 or 没满 to 满半年了吗.
/// </summary>
internal static class EchoReader
{
    private const int Longest = 6;

    private static readonly string[] Denials = ["还没有", "都没有", "还没", "都没", "没有", "没", "未", "不"];
    private static readonly string[] Openers = ["早就", "已经", "刚刚", "都", "早", "刚", "是"];

    /// <summary>Null where the message does not take up a word of the question.</summary>
    public static bool? Read(string question, string text)
    {
        var said = text.AsSpan().Trim(" 。.，,！!～~啊呀哦呢嘛啦");
        var denied = Cut(ref said, Denials);
        if (!denied)
        {
            Cut(ref said, Openers);
        }

        said = said.TrimEnd("了过的");
        // What comes before the last comma is the occasion, not what is asked: 这次看病以前，办过备案吗.
        var asked = question.AsSpan(question.LastIndexOf('，') + 1);
        return said.Length is > 0 and <= Longest && asked.Contains(said, StringComparison.Ordinal) && !IsFiller(said)
            ? !denied
            : null;
    }

    private static bool Cut(ref ReadOnlySpan<char> said, string[] openings)
    {
        foreach (var opening in openings)
        {
            if (said.StartsWith(opening))
            {
                said = said[opening.Length..];
                return true;
            }
        }

        return false;
    }

    /// <summary>Words that any question has and that answer none.</summary>
    private static bool IsFiller(ReadOnlySpan<char> said) => said is "您" or "您在" or "在" or "这" or "那" or "那边" or "吗" or "要" or "有";
}
