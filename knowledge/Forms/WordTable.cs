using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Knowledge.Forms;

/// <summary>The form itself as a Word table: the blocks' titles in the first column, their fields in the others.</summary>
internal static class WordTable
{
    /// <summary>10.5 points (五号), in half points.</summary>
    private const string Size = "21";
    private const uint RowHeight = 420;
    private const uint TallHeight = 850;

    public static Table Of(FormSheet sheet, int width)
    {
        const int All = FormGrid.Title + FormGrid.Columns;
        var column = width / All;
        var grid = new TableGrid();
        for (var i = 0; i < All; i++)
        {
            grid.Append(new GridColumn { Width = Text(column) });
        }

        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Text(column * All), Type = TableWidthUnitValues.Dxa },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 50, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 50, Type = TableWidthValues.Dxa })),
            grid);
        foreach (var block in sheet.Blocks)
        {
            table.Append(block.Rows.Select((row, index) => Row(block, row, index == 0, column)));
        }

        return table;
    }

    private static TableRow Row(FormBlock block, FormRow row, bool first, int column)
    {
        var line = new TableRow(new TableRowProperties(
            new CantSplit(), new TableRowHeight { Val = row.Tall ? TallHeight : RowHeight, HeightType = HeightRuleValues.AtLeast }));
        line.Append(Title(block, first, column));
        foreach (var (cell, span) in row.Cells.Zip(FormGrid.Spans(row)))
        {
            if (cell.Label is { } label)
            {
                line.Append(Cell(column, span.Label, label, centred: true));
            }

            line.Append(Cell(column, span.Entry, cell.Entry, centred: false, top: row.Tall));
        }

        return line;
    }

    private static TableCell Title(FormBlock block, bool first, int column)
    {
        var cell = Cell(column, FormGrid.Title, first ? block.Title : string.Empty, centred: true);
        cell.TableCellProperties!.VerticalMerge = new VerticalMerge { Val = first ? MergedCellValues.Restart : MergedCellValues.Continue };
        if (first && block.LeftFor is { } whom)
        {
            cell.Append(WordText.Paragraph($"（{whom}）", size: "16", centred: true));
        }

        return cell;
    }

    private static TableCell Cell(int column, int span, string text, bool centred, bool top = false)
    {
        var properties = new TableCellProperties();
        properties.TableCellWidth = new TableCellWidth { Width = Text(column * span), Type = TableWidthUnitValues.Dxa };
        properties.GridSpan = span > 1 ? new GridSpan { Val = span } : null;
        properties.TableCellVerticalAlignment = new TableCellVerticalAlignment
        {
            Val = top ? TableVerticalAlignmentValues.Top : TableVerticalAlignmentValues.Center,
        };
        var filled = new TableCell(properties);
        filled.Append(text.Split('\n').Select(line => WordText.Paragraph(line, size: Size, centred: centred)));
        return filled;
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 6 },
        new LeftBorder { Val = BorderValues.Single, Size = 6 },
        new BottomBorder { Val = BorderValues.Single, Size = 6 },
        new RightBorder { Val = BorderValues.Single, Size = 6 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
