namespace PolicyBot.Knowledge.Guides;

/// <summary>The smallest addressable piece of a guide: a paragraph, a list item, a table row.</summary>
/// <param name="Id">Stable inside the guide, such as <c>wujiang-medical#12</c>.</param>
/// <param name="Section">Headings from the top down, joined by " › "; empty outside any heading.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">
/// Verbatim, without Markdown signs; cells of a table row joined by "：", lines of a paragraph or a cell by a line feed.
/// </param>
/// <param name="Group">
/// Passages of one list or table share the group, so that all its items can be shown together; the paragraph that leads
/// into a list and the one that refers back to it ("以上…", "例如…") belong to it too.
/// </param>
public sealed record Passage(string Id, string Guide, string Section, PassageKind Kind, string Text, int Group)
{
    /// <summary>Cells of a table row, an empty cell filled from the row above; else the text as the only one.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [Text];

    /// <summary>Column names of a table row; empty for other kinds and for columns without a name.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>A box of a printed form (备案表), to be filled in: it says nothing of what holds. The form's remarks are none.</summary>
    public bool FormField { get; init; }
}

public enum PassageKind
{
    Paragraph,
    ListItem,
    TableRow,
}
