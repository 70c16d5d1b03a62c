using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Text;

namespace PolicyBot.Bot.Language;

/// <summary>Finds which of the offered answers is meant: by its words, by a part that only it has, or by its place in the list.</summary>
public static partial class ChoiceReader
{
    public const string None = "choice.none";
    public const string Unclear = "choice.unclear";

    private const int ShortestPart = 2;

    /// <summary>The value of the one choice that is meant; <see cref="None"/> for 都不是, <see cref="Unclear"/> where several or none fit.</summary>
    public static Recognized Read(string? text, IReadOnlyList<Choice> choices)
    {
        var folded = Typed.Value(text).Trim(' ', ',', '.', '!', '?', '~', '"');
        if (folded.Length == 0)
            return Recognized.Wrong(Unclear);
        var words = choices.Select(choice => (Choice: choice, Words: WordsOf(choice))).ToList();
        var found = Only(words, word => word == folded) ?? ByPlace(folded, choices);
        if (found is not null)
            return Recognized.As(found.Value);
        if (NoneOfThem().IsMatch(folded))
            return Recognized.Wrong(None);
        folded = WithoutDenied(folded, words);
        found = ByWordsWithin(folded, words) ?? ByPart(folded, words);
        return found is null ? Recognized.Wrong(Unclear) : Recognized.As(found.Value);
    }

    private static List<string> WordsOf(Choice choice) =>
        [.. ((IEnumerable<string>)[choice.Label, .. choice.Also ?? []]).Select(TextFolding.Fold).Where(word => word.Length > 0)];

    private static Choice? Only(List<(Choice Choice, List<string> Words)> choices, Predicate<string> fits) =>
        choices.FindAll(choice => choice.Words.Exists(fits)) is [var only] ? only.Choice : null;

    /// <summary>我要办医疗保险: the label stands in the text. A label that holds the others wins over them.</summary>
    private static Choice? ByWordsWithin(string folded, List<(Choice Choice, List<string> Words)> choices)
    {
        var scored = choices
            .Select(choice => (choice.Choice, Length: choice.Words.Where(word => folded.Contains(word, StringComparison.Ordinal)).Select(word => word.Length).DefaultIfEmpty(0).Max()))
            .Where(choice => choice.Length > 0)
            .ToList();
        return scored switch
        {
            [] => null,
            [var only] => only.Choice,
            _ => scored.FindAll(choice => choice.Length > 1 && !scored.Exists(other =>
                    other != choice && !choice.Choice.Label.Contains(other.Choice.Label, StringComparison.Ordinal))) is [var longest]
                ? longest.Choice
                : null,
        };
    }

    /// <summary>不是医疗保险，是工伤: what is denied is taken out.</summary>
    private static string WithoutDenied(string folded, List<(Choice Choice, List<string> Words)> choices)
    {
        foreach (var word in choices.SelectMany(choice => choice.Words).OrderByDescending(word => word.Length))
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (Denial().IsMatch(folded[..at]))
                    folded = folded.Remove(at, word.Length).Insert(at, "|");
            }
        }
        return folded;
    }

    /// <summary>The longest run of characters that the text shares with a label, if only one label has it.</summary>
    private static Choice? ByPart(string folded, List<(Choice Choice, List<string> Words)> choices)
    {
        for (var length = Math.Min(folded.Length, 12); length >= ShortestPart; length--)
        {
            var fitting = new HashSet<Choice>();
            for (var start = 0; start + length <= folded.Length; start++)
            {
                var part = folded.Substring(start, length);
                if (!Denial().IsMatch(folded[..start]))
                    fitting.UnionWith(choices.Where(choice => choice.Words.Exists(word => word.Contains(part, StringComparison.Ordinal))).Select(choice => choice.Choice));
            }
            if (fitting.Count > 0)
                return fitting.Count == 1 ? fitting.First() : null;
        }
        return null;
    }

    private static Choice? ByPlace(string folded, IReadOnlyList<Choice> choices)
    {
        var index = PlaceOf(folded, choices.Count);
        return index >= 0 && index < choices.Count ? choices[index] : null;
    }

    private static int PlaceOf(string folded, int count)
    {
        if (LastOne().IsMatch(folded))
            return count - 1;
        if (FormerOne().Match(folded) is { Success: true } former && count == 2)
            return former.Groups["former"].Success ? 0 : 1;
        if (Place().Match(folded) is not { Success: true } match)
            return -1;
        var mark = match.Groups["mark"].Value;
        if (mark is [var c] && c is >= 'a' and <= 'z')
            return c - 'a';
        if (mark is [var circled] && circled is >= '①' and <= '⑳')
            return circled - '①';
        return ChineseNumber.Parse(mark) is { } number and >= 1 and <= 99 ? (int)number - 1 : -1;
    }

    [GeneratedRegex(@"^(?:我?(?:选|要|选择|就|是|想选|点|应该是|应该选)*(?:第|选项)?)(?<mark>\d{1,2}|[一二两三四五六七八九十]{1,3}|[a-z]|[①-⑳])(?:个|项|种|条|号|选项|那个|这个)?(?:吧|的|啊|呀|了|呢)*[.,)]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("^(?:我?(?:选|要|选择|就|是)*)(?:最后(?:面|边)?(?:一个|那个|这个|一项|一种|的)?|最下面(?:的|那个|一个)?|末尾那个|倒数第一个?)(?:吧|的|啊)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LastOne();

    [GeneratedRegex("^(?:我?(?:选|要|选择|就|是)*)(?:(?<former>前一个|前者|前面那个|前面的|上面那个|上面的|前边那个)|后一个|后者|后面那个|后面的|下面那个|下面的|后边那个)(?:吧|的|啊)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FormerOne();

    [GeneratedRegex("^(?:这些)?(?:我)?(?:都|全|全都)(?:不是|没有|不对|不符合|不行|不属于|不太对)|^(?:没有|没)(?:我要的|合适|一个|符合|对的|适合)|^(?:以上|上面|这些|这几个)(?:都|全)?(?:不是|没有|不对)|^(?:都没|一个都不|一个也不|哪个都不)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoneOfThem();

    [GeneratedRegex("(?:不是|不|没有|没|非|别|不要|不选|不办|不想)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Denial();
}
