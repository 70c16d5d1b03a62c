using System.Text.RegularExpressions;

namespace PolicyBot.Adapters.Storage;

/// <summary>Takes out of a text what may say who wrote it. Too much is taken rather than too little.</summary>
public static partial class PersonalData
{
    private const int Longest = 300;
    private const string Gone = "***";
    private const int Patience = 1000;

    /// <summary>
    /// Numbers of five digits and more, however spaced, written out ones, mail addresses, and names: given as such (我叫…), before
    /// a title (…女士), or right before a number that was taken out. A name that merely stands somewhere is not recognised.
    /// </summary>
    /// <param name="known">What is known to be personal, such as the name that was filled in.</param>
    public static string Mask(string text, IEnumerable<string>? known = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = text.Length <= Longest ? text : text[..Longest];
        masked = (known ?? []).Where(one => one.Length > 1).Aggregate(masked, (rest, one) => rest.Replace(one, Gone, StringComparison.OrdinalIgnoreCase));
        masked = Mail().Replace(masked, Gone);
        masked = Digits().Replace(masked, Gone);
        masked = Numerals().Replace(masked, Gone);
        masked = Name().Replace(masked, match => match.Groups["lead"].Value + Gone);
        return Surname().Replace(masked, Gone);
    }

    // The hundred most frequent surnames, and the compound ones.
    private const string Surnames =
        "(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|夏侯|令狐|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])";

    [GeneratedRegex(
        $@"(?<=我是|本人|这是|^|[\s，。,、；;：:！!？?]){Surnames}\p{{IsCJKUnifiedIdeographs}}{{1,2}}(?=[，,、：: ]?\*\*\*)"
        + $@"|{Surnames}\p{{IsCJKUnifiedIdeographs}}{{0,2}}(?=先生|女士|小姐|大爷|大妈|大娘|阿姨|奶奶|爷爷|师傅|老师|同志)"
        + $@"|(?<=我是|本人){Surnames}\p{{IsCJKUnifiedIdeographs}}{{1,2}}(?<![人的市县省区镇村户民])(?=[\s，。,、；;：:！!？?]|$)",
        RegexOptions.None, Patience)]
    private static partial Regex Surname();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+", RegexOptions.None, Patience)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\p{Nd}(?:[\s\-－—.·,，]?\p{Nd}){4,}(?:[\s\-]?[xXｘＸ])?", RegexOptions.None, Patience)]
    private static partial Regex Digits();

    [GeneratedRegex("[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖](?:[ 、]?[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]){6,}", RegexOptions.None, Patience)]
    private static partial Regex Numerals();

    [GeneratedRegex(@"(?<lead>(?:我|俺|她|他|妈|爸|本人|老伴|患者|名字|姓名|名)(?:的名字|名字)?(?:叫做|叫|是叫)|(?:姓名|名字)(?:是|为)?[:： ]?)\s*\p{IsCJKUnifiedIdeographs}{2,4}(?:[·.]\p{IsCJKUnifiedIdeographs}{1,10})*",
        RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Name();
}
