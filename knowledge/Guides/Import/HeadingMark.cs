using System.Text.RegularExpressions;

namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>The number that a Chinese document puts before headings and items: 第一章, 第一条, 一、, （一）, 1.</summary>
internal static partial class HeadingMark
{
    public const int None = 0;
    public const int Article = 12;
    public const int Chinese = 13;

    private const int Chapter = 10;
    private const int Part = 11;
    private const int InBrackets = 14;
    private const int Arabic = 15;
    private const int Small = 16;

    /// <summary>The higher the rank, the deeper the heading. <see cref="Small"/> numbers and signs only begin items.</summary>
    public static int RankOf(string line) =>
        Law().Match(line) is { Success: true } law ? law.Groups["kind"].Value switch { "条" => Article, "节" => Part, _ => Chapter }
        : ChineseNumber().IsMatch(line) ? Chinese
        : BracketNumber().IsMatch(line) ? InBrackets
        : ArabicNumber().IsMatch(line) ? Arabic
        : SmallNumber().IsMatch(line) ? Small
        : None;

    public static bool MayBeHeading(int rank) => rank is >= Chapter and <= Arabic;

    [GeneratedRegex(@"^第[〇零一二三四五六七八九十百\d]{1,6}(?<kind>[编章节条])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Law();

    [GeneratedRegex(@"^[一二三四五六七八九十]{1,3}\s*[、．.]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChineseNumber();

    [GeneratedRegex(@"^[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BracketNumber();

    [GeneratedRegex(@"^\d{1,2}\s*(?:[、．]|\.(?!\d))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArabicNumber();

    [GeneratedRegex(@"^(?:[（(]\s*\d{1,2}\s*[）)]|\d{1,2}[）)]|[①-⑳]|[•·●◆■◇○√]|[-*+]\s)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SmallNumber();
}
