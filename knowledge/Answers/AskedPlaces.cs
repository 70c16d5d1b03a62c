using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Tells which place of a question is the insured place and which the care place.</summary>
/// <param name="parser">Finds the places and the words that tell their roles.</param>
internal sealed partial class AskedPlaces(PlaceParser parser)
{
    /// <param name="text">The question.</param>
    /// <param name="insuredKnown">The conversation knows where the person is insured.</param>
    /// <param name="isServed">Whether some guide speaks for a place that a mention may mean.</param>
    public Found Read(string text, bool insuredKnown, Func<PlaceMention, bool> isServed)
    {
        var roles = parser.Roles(text);
        var (insured, care) = (roles.Insured, roles.Care);
        if (insuredKnown && insured is not null && !isServed(insured) && !Insurance().IsMatch(text))
        {
            // 从白山调到辽源, 没有松原户口: what the conversation knows is surer than a word that may mean more than one thing.
            insured = null;
        }

        if (insured is null && !insuredKnown)
        {
            insured = Asker(text, roles, isServed);
            care = insured == care ? null : care;
        }

        care ??= roles.Unassigned.FirstOrDefault(mention => mention != insured);
        return new Found(insured, care, care is not null && care == roles.Care, [.. new[] { roles.Insured, roles.Care }.OfType<PlaceMention>(), .. roles.Unassigned, .. roles.Negated],
            insured is not null && OtherParts().IsMatch(text.AsSpan(insured.Start + insured.Length)) ? [.. roles.Negated, insured] : roles.Negated);
    }

    /// <summary>
    /// 吴江零星报销住院要带什么, 开平备案打哪个电话: nobody says 参保, and yet it is the place whose rules are asked for, unless the
    /// person is going there (去吴江住院). A place with a guide goes first.
    /// </summary>
    private PlaceMention? Asker(string text, PlaceRoles roles, Func<PlaceMention, bool> isServed)
    {
        var open = roles.Unassigned.ToList();
        if (roles.Care is { } care && (!IsGoneTo(text, care) || text.AsSpan(0, care.Start).EndsWith("回")))
        {
            open.Add(care);
        }

        return open.Find(mention => isServed(mention))
            ?? open.Find(mention => roles.Care is not null && mention != roles.Care || IsBesideMatter(text, mention));
    }

    /// <summary>The words before the place say by themselves that care is sought there.</summary>
    private bool IsGoneTo(string text, PlaceMention mention) =>
        text.AsSpan(0, mention.Start).EndsWith("在")
        || parser.Roles(text[..(mention.Start + mention.Length)]).Care?.Start == mention.Start;

    private static bool IsBesideMatter(string text, PlaceMention mention) =>
        Matter().IsMatch(text.AsSpan(mention.Start + mention.Length));

    [GeneratedRegex("^[市的]?((异地|跨省|就医|医保)*(备案|报销|结算)|工伤|(其他|其它|别的)(区|县|市|地方|地区))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Matter();

    [GeneratedRegex("参保|医保|社保|保险|农合|交的|缴的", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Insurance();

    /// <summary>苏州其他区的: not in that part of it for which there is a guide.</summary>
    [GeneratedRegex("^的?(其他|其它|别的)(区|县|市|地方|地区)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherParts();

    /// <param name="All">Every place named, the two among them.</param>
    /// <param name="Denied">What it is not (不是吴江), and of what it is another part (苏州其他区).</param>
    /// <param name="CareSaid">The text says that care is sought there; else it is only the other place.</param>
    public sealed record Found(
        PlaceMention? Insured, PlaceMention? Care, bool CareSaid, IReadOnlyList<PlaceMention> All, IReadOnlyList<PlaceMention> Denied);
}
