namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>A text file: a paragraph a line; lines with tabs and as many cells as their neighbours are a table.</summary>
internal static class PlainTextReader
{
    public static SourceText Read(string text)
    {
        var blocks = new List<SourceBlock>();
        var table = new List<IReadOnlyList<string?>>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var cells = line.Trim().Split('\t', StringSplitOptions.TrimEntries);
            if (table.Count > 0 && cells.Length != table[0].Count)
            {
                EndTable();
            }

            if (cells.Length > 1)
            {
                table.Add(cells);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                blocks.Add(new TextBlock(line.Trim()));
            }
        }

        return new SourceText(null, blocks, []);

        void EndTable()
        {
            // One line with a tab is an indented line, not a table.
            blocks.AddRange(table is [var only] ? [new TextBlock(string.Join(' ', only))] : [new TableBlock([.. table])]);
            table.Clear();
        }
    }
}
