using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Shows where a sentence stands: the guide's own words, its title and the heading.</summary>
internal sealed class CitationText(GuideLibrary guides, Texts texts)
{
    /// <summary>Enough to find the place in the guide; longer quotations end in an ellipsis.</summary>
    private const int LongestQuote = 40;

    /// <summary>A sentence and below it, as a quotation, the words of the guide that it rests on.</summary>
    public string Cited(string sentence, Citation? cite) => cite is null ? sentence : $"{sentence}\n{Of(cite)}";

    public string Of(Citation cite) => texts.Say(
        "cite.quote", ("quote", Shorten(cite.Quote)), ("title", TitleOf(cite.Guide)), ("section", SectionOf(cite.Section)));

    /// <summary>As <see cref="Of"/>, where the title of the guide stands above already.</summary>
    public string Short(Citation cite) => texts.Say(
        "cite.short", ("quote", Shorten(cite.Quote)), ("section", SectionOf(cite.Section)));

    public Bubble Bubble() => new(this);

    /// <summary>Where an answer made of the guide's own sentences was taken from: each heading once.</summary>
    public string Sources(IEnumerable<Citation> citations)
    {
        var lines = citations.Select(cite => (cite.Guide, Section: SectionOf(cite.Section))).Distinct()
            .Select(source => texts.Say("cite.source", ("title", TitleOf(source.Guide)), ("section", source.Section)));
        return string.Join('\n', lines);
    }

    /// <summary>Who published the guide, and what is known of its date.</summary>
    public string Origin(string guide) => guides.Find(guide) is { } found
        ? texts.Say("cite.origin", ("publisher", found.Publisher), ("date", found.DateNote))
        : string.Empty;

    private string TitleOf(string guide) => guides.Find(guide)?.Title ?? guide;

    private static string SectionOf(string section)
    {
        var last = section.LastIndexOf('›');
        var heading = last < 0 ? section : section[(last + 1)..].Trim();
        return heading.Length == 0 ? heading : " · " + heading.TrimEnd('：', ':');
    }

    private static string Shorten(string quote) =>
        quote.Length <= LongestQuote ? quote : string.Concat(quote.AsSpan(0, LongestQuote), "…");
}
