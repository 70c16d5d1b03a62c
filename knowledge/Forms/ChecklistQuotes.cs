using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Forms;

/// <summary>The guide's own words behind each item of one checklist; each stands there once, and is pointed to after that.</summary>
internal sealed class ChecklistQuotes(GuideLibrary library)
{
    private readonly HashSet<Citation> quoted = [];

    /// <summary>The guides quoted so far.</summary>
    public IEnumerable<Guide> Guides => quoted.Select(cite => cite.Guide).Distinct(StringComparer.Ordinal).Select(library.Find).OfType<Guide>();

    public string Of(Citation cite) => quoted.Add(cite)
        ? $"《{library.Find(cite.Guide)?.Title ?? cite.Guide}》{(cite.Section.Length > 0 ? " · " + Heading(cite.Section) : string.Empty)}：“{cite.Quote}”"
        : FormWords.QuotedAbove;

    /// <summary>The innermost heading is enough to find the place by; the whole path fills a line.</summary>
    private static string Heading(string section) => section[(section.LastIndexOf('›') + 1)..].Trim().TrimEnd('：', ':');
}
