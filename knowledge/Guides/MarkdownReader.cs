namespace PolicyBot.Knowledge.Guides;

/// <summary>
/// Reads the Markdown of a guide into passages. Only what guides need: # headings, "- " items, tables, paragraphs, and a
/// line of --- that ends all sections. Numbers of items ("1.", "（2）") are the guide's own words and stay in the text.
/// </summary>
internal sealed class MarkdownReader(string file, string guide)
{
    private const string LineBreak = "<br>";

    private readonly List<Passage> passages = [];
    private readonly List<string> headings = [];
    private readonly List<string> paragraph = [];
    private Block last;
    private int group;

    private enum Block
    {
        None,
        Paragraph,
        List,
        Table,
    }

    private string Section => string.Join(Sections.Joiner, headings);

    public IReadOnlyList<Passage> Read(ReadOnlySpan<string> lines, int firstLine)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.StartsWith('|'))
            {
                EndParagraph();
                var table = lines[i..];
                i += ReadTable(table, firstLine + i) - 1;
            }
            else if (line.Length == 0)
            {
                EndParagraph();
            }
            else if (line == "---")
            {
                EndSection(0);
            }
            else if (line.StartsWith('#'))
            {
                Heading(line, firstLine + i);
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                EndParagraph();
                Item(line[2..].Trim());
            }
            else
            {
                paragraph.Add(line.Trim());
            }
        }

        EndParagraph();
        return passages;
    }

    private void Heading(string line, int number)
    {
        var level = line.AsSpan().IndexOfAnyExcept('#');
        if (level < 1 || line[level] != ' ')
        {
            throw new GuideFormatException(file, number, "a heading is # signs, a space and the words");
        }

        EndSection(level - 1);
        if (headings.Count != level - 1)
        {
            throw new GuideFormatException(file, number, $"a heading of level {level} needs one of level {level - 1} above it");
        }

        headings.Add(line[level..].Trim().TrimEnd('：', ':'));
    }

    private void EndSection(int level)
    {
        EndParagraph();
        last = Block.None;
        if (headings.Count > level)
        {
            headings.RemoveRange(level, headings.Count - level);
        }
    }

    private void EndParagraph()
    {
        if (paragraph.Count == 0)
        {
            return;
        }

        var text = string.Join('\n', paragraph);
        paragraph.Clear();
        if (!(last is Block.List or Block.Table && RefersBack(text)))
        {
            group++;
        }

        last = Block.Paragraph;
        Add(PassageKind.Paragraph, text);
    }

    private void Item(string text)
    {
        // A paragraph right before a list leads into it and shares its group.
        if (last is Block.None or Block.Table)
        {
            group++;
        }

        last = Block.List;
        Add(PassageKind.ListItem, text);
    }

    private int ReadTable(ReadOnlySpan<string> lines, int number)
    {
        var columns = Cells(lines[0]);
        if (lines.Length < 2 || Cells(lines[1]) is var rule && (rule.Length != columns.Length || !Array.TrueForAll(rule, IsRule)))
        {
            throw new GuideFormatException(file, number, "the second line of a table is | --- | for each column");
        }

        if (last != Block.Paragraph)
        {
            group++;
        }

        last = Block.Table;
        string[] above = [];
        var used = 2;
        for (; used < lines.Length && lines[used].StartsWith('|'); used++)
        {
            above = Row(Cells(lines[used]), columns, above, number + used);
        }

        return used;
    }

    private string[] Row(string[] cells, string[] columns, string[] above, int number)
    {
        if (cells.Length != columns.Length)
        {
            throw new GuideFormatException(file, number, $"the row has {cells.Length} cells, the table {columns.Length} columns");
        }

        for (var i = 0; i < cells.Length; i++)
        {
            // A cell that spans several rows of the source is written once, in the first of them.
            cells[i] = cells[i].Length > 0 ? cells[i]
                : above.Length > 0 ? above[i]
                : throw new GuideFormatException(file, number, "the first row of a table has no empty cell");
        }

        var text = string.Join('：', cells.Select(cell => cell.Contains('\n') ? "\n" + cell : cell));
        Add(PassageKind.TableRow, text, cells, columns);
        return cells;
    }

    private void Add(PassageKind kind, string text, IReadOnlyList<string>? cells = null, IReadOnlyList<string>? columns = null) =>
        passages.Add(new Passage($"{guide}#{passages.Count + 1}", guide, Section, kind, text, group)
        {
            Cells = cells ?? [text],
            Columns = columns ?? [],
        });

    private static string[] Cells(string line) =>
        [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim().Replace(LineBreak, "\n", StringComparison.Ordinal))];

    private static bool IsRule(string cell) => cell.Length >= 3 && cell.AsSpan().IndexOfAnyExcept('-', ':') < 0;

    /// <summary>"以上材料中3、4、5…", "备注:以上电话…" and "例如：…" mean nothing without the list above.</summary>
    private static bool RefersBack(string text) =>
        text.StartsWith("以上", StringComparison.Ordinal) || text.StartsWith("备注:以上", StringComparison.Ordinal) || text.StartsWith("上述", StringComparison.Ordinal)
        || text.StartsWith("例如", StringComparison.Ordinal);
}
