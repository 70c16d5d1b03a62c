using System.Text;

namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>Writes the guide file: front matter for the editor to fill in, then the text as <see cref="MarkdownReader"/> reads it.</summary>
internal static class GuideDraft
{
    /// <summary>An empty cell would be read as going on from the row above.</summary>
    private const string EmptyCell = "<br>";

    public static string Write(string id, string title, bool ownTitle, string source, IReadOnlyList<StructuredBlock> blocks)
    {
        var file = new StringBuilder(FrontMatter(id, title, ownTitle, source));
        var last = BlockKind.Heading;
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.Item || last != BlockKind.Item)
            {
                file.Append('\n');
            }

            last = block.Kind;
            switch (block.Kind)
            {
                case BlockKind.Heading:
                    file.Append('#', block.Level).Append(' ').Append(block.Text).Append('\n');
                    break;
                case BlockKind.Item:
                    file.Append("- ").Append(Bullet(block.Text).ReplaceLineEndings(" ")).Append('\n');
                    break;
                case BlockKind.Table:
                    Table(file, block.Table!);
                    break;
                default:
                    file.AppendJoin('\n', block.Text.Split('\n').Select(Line)).Append('\n');
                    break;
            }
        }

        return file.ToString();
    }

    private static string FrontMatter(string id, string title, bool ownTitle, string source) => $"""
        ---
        # 由 policybot guides import 写成。带“待填”的要照原件填；填完以前，程序会指出还缺哪一项。
        id: {id}
        title: '{title.Replace("'", "''", StringComparison.Ordinal)}'{(ownTitle ? "\n# 原文没有标题，这是用文件名起的，请改成一句说得清楚的话。\nownTitle: true" : "")}
        # 待填：谁发布的。
        publisher:
        # 待填：medical（基本医疗保险）或 work-injury（工伤保险）。
        scheme:
        # 待填：管哪些地方的参保人，写代码，比如 ["320509"]。代码在 knowledge/places/divisions.csv 里找。
        insuredPlaces: []
        # 原文有日期的照填，比如 2026-02-15；没有就空着。
        published:
        holdsFrom:
        holdsUntil:
        # 待填：原文怎么说日期，或者写明“原文没有写发布日期和有效期。”
        dateNote:
        # current：当地现行指南；general：一般性文章；superseded：已被代替。
        status: current
        source: {source}
        ---

        """;

    private static void Table(StringBuilder file, TableBlock table)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        Row(file, table.Rows[0].Select(cell => Cell(cell ?? "")));
        Row(file, table.Rows[0].Select(_ => "---"));
        for (var i = 1; i < table.Rows.Count; i++)
        {
            // The first row has none above to go on from: the heading above it spans two rows.
            Row(file, table.Rows[i].Select(cell => cell is null && i > 1 ? "" : string.IsNullOrWhiteSpace(cell) ? EmptyCell : Cell(cell)));
        }
    }

    private static void Row(StringBuilder file, IEnumerable<string> cells) => file.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Cell(string text) => Line(text.Trim()).Replace('|', '｜').Replace("\n", EmptyCell, StringComparison.Ordinal);

    /// <summary>Signs that Markdown would take for its own become their full-width twins, which count as the same words.</summary>
    private static string Line(string line) =>
        line.StartsWith('#') ? "＃" + line[1..]
        : line.StartsWith('|') ? "｜" + line[1..]
        : line.Length >= 3 && line.All(c => c == '-') ? new string('－', line.Length)
        : line;

    private static string Bullet(string text) => text is ['•', ..] or ['-' or '*' or '+', ' ', ..] ? text[1..].TrimStart() : text;
}
