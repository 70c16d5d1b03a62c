using System.Text;
using PolicyBot.Knowledge.Text;

namespace PolicyBot.Bot.Language;

/// <summary>Reads Chinese names as they stand on the identity card; traditional and rare characters stay as they are.</summary>
public static class NameReader
{
    public const string Characters = "name.characters";
    public const string Length = "name.length";
    public const string Unclear = "name.unclear";

    private static readonly string[] Leads =
        ["我的名字叫", "我的名字是", "患者姓名", "本人姓名", "名字叫做", "名字叫", "名字是", "姓名是", "姓名叫", "我名叫", "姓名", "名字", "我叫做", "我叫", "俺叫", "她叫", "他叫",
         "我是", "我妈叫", "我爸叫", "叫做", "本人叫", "本人", "就叫", "叫", "写"];

    /// <summary>No name holds these; they are sentences (不知道, 为什么要填).</summary>
    private static readonly string[] Sentences =
        ["不", "吗", "什么", "怎么", "啥", "咋", "为何", "没有", "我的", "随便", "跳过", "取消", "返回", "名字", "备案", "你好", "您好", "谢谢", "上一步"];

    /// <summary>Two to thirty Chinese characters, with · for names of minorities.</summary>
    public static Recognized Read(string? text)
    {
        var name = Clean(text);
        if (name.Length == 0)
            return Recognized.Wrong(Length);
        if (!name.EnumerateRunes().All(IsNameCharacter) || name[0] == '·' || name[^1] == '·')
            return Recognized.Wrong(Characters);
        if (name.EnumerateRunes().Count() is < 2 or > 30)
            return Recognized.Wrong(Length);
        return Array.Exists(Sentences, word => name.Contains(word, StringComparison.Ordinal))
            ? Recognized.Wrong(Unclear)
            : Recognized.As(name);
    }

    private static string Clean(string? text)
    {
        if (text is null || text.Length > Typed.LongestValue)
            return "";
        var name = TextFolding.FoldWidth(text).Replace(" ", "", StringComparison.Ordinal).Trim('.', ',', ':', '!', '?', '\n', '\r', '\t', '"', '“', '”');
        if (Array.Find(Leads, lead => name.Length > lead.Length && name.StartsWith(lead, StringComparison.Ordinal)) is { } found)
            name = name[found.Length..].TrimStart(':', '是', '叫', ',');
        // A full stop stands for the middle dot on keyboards that have none: 买买提.阿卜杜拉.
        return name.Replace('.', '·');
    }

    private static bool IsNameCharacter(Rune rune) =>
        rune.Value is '·' or >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0x20000 and <= 0x323AF;
}
