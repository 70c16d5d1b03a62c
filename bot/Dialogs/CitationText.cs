using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Shows where a sentence stands: the guide's own words, its title and the heading.</summary>
internal sealed class CitationText(GuideLibrary guides, Texts texts)
{
    /// <summary>Enough to find the place in the guide; longer quotations end in an ellipsis.</summary>
    private const int LongestQuote = 40;

    /// <summary>Within a list, where a quotation stands behind its sentence.</summary>
    private const int LongestInline = 24;

    private const int LongestBrief = 10;

    /// <summary>A sentence and below it, as a quotation, the words of the guide that it rests on.</summary>
    public string Cited(string sentence, Citation? cite) => cite is null ? sentence : $"{sentence}\n{Of(cite)}";

    public string Of(Citation cite) => texts.Say(
        "cite.quote", ("quote", Shorten(cite.Quote)), ("title", TitleOf(cite.Guide)), ("section", SectionOf(cite.Section)));

    /// <summary>As <see cref="Of"/>, where the title of the guide stands above already.</summary>
    public string Short(Citation cite) => texts.Say(
        "cite.short", ("quote", Shorten(cite.Quote)), ("section", SectionOf(cite.Section)));

    /// <summary>In brackets behind a sentence.</summary>
    public string Inline(Citation cite, bool titled) => titled
        ? texts.Say("cite.inline", ("quote", Shorten(cite.Quote, LongestInline)), ("title", TitleOf(cite.Guide)), ("section", SectionOf(cite.Section)))
        : texts.Say("cite.inline-short", ("quote", Shorten(cite.Quote, LongestInline)), ("section", Heading(cite.Section)));

    /// <summary>A few words to find the place by, for a reminder that is shown in full elsewhere.</summary>
    public string Brief(Citation cite) => texts.Say("cite.brief", ("quote", Shorten(cite.Quote, LongestBrief)));

    public Bubble Bubble() => new(this);

    /// <summary>Where an answer made of the guide's own sentences was taken from: each heading once.</summary>
    public string Sources(IEnumerable<Citation> citations) => string.Join('\n', citations.GroupBy(cite => cite.Guide).Select(group => texts.Say(
        "cite.source",
        ("title", TitleOf(group.Key)),
        ("sections", string.Join("；", group.Select(cite => Heading(cite.Section)).Distinct().Where(heading => heading.Length > 0))))));

    /// <summary>Who published the guide, and what is known of its date.</summary>
    public string Origin(string guide) => guides.Find(guide) is { } found
        ? texts.Say("cite.origin", ("publisher", found.Publisher), ("date", found.DateNote))
        : string.Empty;

    private string TitleOf(string guide) => guides.Find(guide)?.Title ?? guide;

    private static string SectionOf(string section) => Heading(section) is { Length: > 0 } heading ? " · " + heading : string.Empty;

    /// <summary>The innermost heading.</summary>
    private static string Heading(string section) => section[(section.LastIndexOf('›') + 1)..].Trim().TrimEnd('：', ':');

    private static string Shorten(string quote, int longest = LongestQuote) =>
        quote.Length <= longest ? quote : string.Concat(quote.AsSpan(0, longest), "…");
}
