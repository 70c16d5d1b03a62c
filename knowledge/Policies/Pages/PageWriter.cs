using System.Text;

namespace PolicyBot.Knowledge.Policies.Pages;

/// <summary>Markdown as the page needs it: sections numbered in Chinese, tables whose cells hold any text.</summary>
internal sealed class PageWriter
{
    private static readonly string[] Numbers =
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八"];

    private readonly StringBuilder page = new();
    private int sections;

    public void Title(string text) => page.Append("# ").Append(text).Append('\n');

    public void Section(string title) => page.Append($"\n## {Numbers[sections++]}、{title}\n");

    public void Heading(string title) => page.Append($"\n### {title}\n");

    public void Paragraph(string text) => page.Append('\n').Append(text).Append('\n');

    public void List(IEnumerable<string> items)
    {
        page.Append('\n');
        foreach (var item in items)
        {
            page.Append("- ").Append(item).Append('\n');
        }
    }

    /// <param name="rows">Where there are none, <paramref name="none"/> is said instead.</param>
    public void Table(string none, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            Paragraph(none);
            return;
        }

        page.Append("\n| ").AppendJoin(" | ", columns).Append(" |\n|").Insert(page.Length, " --- |", columns.Count).Append('\n');
        foreach (var row in all)
        {
            page.Append("| ").AppendJoin(" | ", row.Select(Cell)).Append(" |\n");
        }
    }

    /// <summary>Quotations with the section they stand in, each on its own line of a cell.</summary>
    public static string Quotes(IEnumerable<Citation?> cites) =>
        string.Join('\n', cites.OfType<Citation>().Distinct().Select(cite => $"“{cite.Quote}”{(cite.Section.Length > 0 ? $"（{cite.Section}）" : "")}"));

    public override string ToString() => page.ToString();

    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);
}
