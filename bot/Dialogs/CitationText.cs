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

    /// <summary>A heading may be a sentence of its own; its beginning is enough to find it by.</summary>
    private const int LongestHeading = 18;

    /// <summary>A sentence and below it, as a quotation, the words of the guide that it rests on.</summary>
    public string Cited(string sentence, Citation? cite) => cite is null ? sentence : $"{sentence}\n{Of(cite)}";

    public string Of(Citation cite) => texts.Say(
        "cite.quote", ("quote", Shorten(cite.Quote)), ("title", TitleOf(cite.Guide)), ("section", SectionOf(cite.Section)));

    /// <summary>As <see cref="Of"/>, where the title of the guide stands above already.</summary>
    public string Short(Citation cite) => texts.Say(
        "cite.short", ("quote", Shorten(cite.Quote)), ("section", SectionOf(cite.Section)));

    /// <summary>As <see cref="Short"/>, where the heading stands above too.</summary>
    public string Same(Citation cite) => texts.Say("cite.same", ("quote", Shorten(cite.Quote)));

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
    private static string Heading(string section) =>
        Shorten(section[(section.LastIndexOf('›') + 1)..].Trim().TrimEnd('：', ':'), LongestHeading);

    private static string Shorten(string quote, int longest = LongestQuote) =>
        OneLine(quote) is var line && line.Length <= longest ? line : string.Concat(line.AsSpan(0, longest), "…");

    /// <summary>A line break would end the quotation in Markdown.</summary>
    private static string OneLine(string quote) => quote.Replace("\n", string.Empty, StringComparison.Ordinal);
}
