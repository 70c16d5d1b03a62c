namespace PolicyBot.Knowledge.Guides;

/// <summary>A source document (指南), its text kept verbatim minus page noise.</summary>
public sealed record Guide
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Publisher { get; init; }

    public required string Scheme { get; init; }

    /// <summary>Codes of the insured places for which the guide speaks; all that lie within count too.</summary>
    public required IReadOnlyList<string> InsuredPlaces { get; init; }

    /// <summary>Day of publication where the source shows one, else null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>First day for which the guide is known to hold, null where the source does not say.</summary>
    public DateOnly? HoldsFrom { get; init; }

    public DateOnly? HoldsUntil { get; init; }

    /// <summary>What the source says of its date, or that it says nothing; shown to people.</summary>
    public required string DateNote { get; init; }

    /// <summary>Name of the original file below guides/sources/.</summary>
    public required string Source { get; init; }

    /// <summary>The passages in the guide's order.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }
}

/// <summary>The smallest addressable piece of a guide: a paragraph, a list item, a table row.</summary>
/// <param name="Id">Stable inside the guide, such as <c>wujiang-medical#12</c>.</param>
/// <param name="Section">Headings from the top down, joined by " › ".</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Verbatim, without Markdown signs; cells of a table row joined by "：" or "；".</param>
/// <param name="Group">Passages of one list or table share the group, so that all its items can be shown together.</param>
public sealed record Passage(string Id, string Guide, string Section, PassageKind Kind, string Text, int Group);

public enum PassageKind
{
    Paragraph,
    ListItem,
    TableRow,
}
