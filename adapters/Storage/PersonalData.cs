using System.Text.RegularExpressions;

namespace PolicyBot.Adapters.Storage;

/// <summary>Takes out of a text what may say who wrote it. Too much is taken rather than too little.</summary>
public static partial class PersonalData
{
    private const int Longest = 300;
    private const string Gone = "***";
    private const int Patience = 1000;

    /// <summary>Numbers of five digits and more, however spaced, written out ones, mail addresses, and names that are given as such.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = text.Length <= Longest ? text : text[..Longest];
        masked = Mail().Replace(masked, Gone);
        masked = Digits().Replace(masked, Gone);
        masked = Numerals().Replace(masked, Gone);
        return Name().Replace(masked, match => match.Groups["lead"].Value + Gone);
    }

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
