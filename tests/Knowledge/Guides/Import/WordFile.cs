using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Tests.Knowledge.Guides.Import;

/// <summary>Makes small Word files.</summary>
internal static class WordFile
{
    public static byte[] Of(params OpenXmlElement[] elements)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(elements));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(Enumerable.Range(1, 3).Select(level =>
                new Style(new StyleName { Val = $"heading {level}" }) { StyleId = $"{level}", Type = StyleValues.Paragraph }));
        }

        return stream.ToArray();
    }

    public static Paragraph Line(string text) => new(new Run(new Text(text)));

    public static Paragraph Heading(string text, int level) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = $"{level}" }), new Run(new Text(text)));

    /// <param name="rows">A null cell goes on from the row above.</param>
    public static Table Table(params string?[][] rows) => new(rows.Select((row, r) => new TableRow(row.Select((cell, c) =>
    {
        var merge = cell is null ? new VerticalMerge() : r + 1 < rows.Length && rows[r + 1][c] is null ? new VerticalMerge { Val = MergedCellValues.Restart } : null;
        return new TableCell(new TableCellProperties(merge is null ? [] : [merge]), Line(cell ?? ""));
    }))));
}
