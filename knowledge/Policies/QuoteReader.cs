using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Policies;

/// <summary>
/// Reads the quotations of entries (<c>quote</c>, <c>quotes</c>; <c>under</c> names the section where words stand that occur more
/// than once) and refuses what does not stand verbatim in the guide.
/// </summary>
internal sealed class QuoteReader(Guide guide, GuideLibrary guides)
{
    public Citation Cite(YamlMap map) => Verbatim(map, map.Text("quote"));

    public List<Citation> Cites(YamlMap map) =>
        [.. (map.OptionalText("quote") is { } quote ? [quote] : Array.Empty<string>()).Concat(map.Texts("quotes")).Select(text => Verbatim(map, text))];

    public Citation Verbatim(YamlMap map, string quote) => Verbatim(map, quote, map.OptionalText("under"));

    public Citation Verbatim(YamlMap map, string quote, string? under) => Verbatim(map, guide, quote, under);

    /// <summary>The heading with these words below another heading, with its whole path as the section.</summary>
    public Citation Heading(YamlMap map, string words, string below)
    {
        var path = guide.Passages.Select(passage => passage.Section).FirstOrDefault(section =>
            section.Contains(below, StringComparison.Ordinal) && section.EndsWith(Sections.Joiner + words, StringComparison.Ordinal));
        return path is null ? throw map.Error($"the guide {guide.Id} has no heading '{words}' below '{below}'") : new Citation(guide.Id, path, words);
    }

    /// <summary>Two sentences that do not go together: <c>here</c> in this guide, <c>there</c> in the same or in another.</summary>
    public Contradiction Contradiction(YamlMap map)
    {
        var other = map.OptionalText("guide") is { } id ? guides.Find(id) ?? throw map.Error($"there is no guide '{id}'") : guide;
        return new Contradiction(
            map.Text("id"), map.Text("text"), Verbatim(map, map.Text("here")), Verbatim(map, other, map.Text("there"), map.OptionalText("underThere")));
    }

    private static Citation Verbatim(YamlMap map, Guide guide, string quote, string? under) =>
        guide.Cite(quote, under) ?? throw map.Error(
            under is null ? $"this does not stand in the guide {guide.Id}: {quote}" : $"this does not stand in the guide {guide.Id} under '{under}': {quote}");
}
