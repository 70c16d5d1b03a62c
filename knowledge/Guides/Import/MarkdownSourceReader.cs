namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>A Markdown file: headings, items, tables, paragraphs. Front matter of its own is left out, and said so.</summary>
internal static class MarkdownSourceReader
{
    public static SourceText Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        var remarks = new List<string>();
        if (lines[0].Trim() == "---" && lines.FindIndex(1, line => line.Trim() == "---") is > 0 and var end)
        {
            lines.RemoveRange(0, end + 1);
            remarks.Add("原文件开头的元数据没有带进来，请自己填。");
        }

        var blocks = new List<SourceBlock>();
        var paragraph = new List<string>();
        var table = new List<IReadOnlyList<string?>>();
        foreach (var line in lines.Append("").Select(line => line.Trim()))
        {
            if (!line.StartsWith('|') && table.Count > 0)
            {
                var width = table.Max(row => row.Count);
                blocks.Add(new TableBlock([.. table.Select(row => row.Concat(Enumerable.Repeat<string?>("", width - row.Count)).ToList())]));
                table.Clear();
            }

            if (Plain(line))
            {
                paragraph.Add(line);
                continue;
            }

            if (paragraph.Count > 0)
            {
                blocks.Add(new TextBlock(string.Join('\n', paragraph)));
                paragraph.Clear();
            }

            if (line.StartsWith('|') && !line.All(c => c is '|' or '-' or ':' or ' '))
            {
                table.Add([.. line.Trim('|').Split('|', StringSplitOptions.TrimEntries).Select(cell => cell.Replace("<br>", "\n", StringComparison.Ordinal))]);
            }
            else if (line.StartsWith('#'))
            {
                blocks.Add(new TextBlock(line.Trim('#').Trim(), Level: line.Length - line.TrimStart('#').Length));
            }
            else if (line is ['-' or '*' or '+', ' ', _, ..])
            {
                blocks.Add(new TextBlock(line[2..].Trim(), Item: true));
            }
        }

        return new SourceText(null, blocks, remarks);
    }

    private static bool Plain(string line) =>
        line.Length > 0 && !line.StartsWith('|') && !line.StartsWith('#') && !(line[0] is '-' or '*' or '+' && (line.Length == 1 || line[1] == ' '))
        && !line.All(c => c is '-' or '*' or '_');
}
