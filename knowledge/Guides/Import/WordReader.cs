using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>A Word file (.docx): paragraphs with their heading styles, lists, tables; pictures and text boxes are only counted.</summary>
internal static class WordReader
{
    private const long MaxCharactersInPart = 50_000_000;

    public static SourceText Read(byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            using var document = WordprocessingDocument.Open(
                new MemoryStream(bytes, writable: false), isEditable: false, new OpenSettings { MaxCharactersInPart = MaxCharactersInPart });
            var body = document.MainDocumentPart?.Document?.Body ?? throw new ImportException("Word 文件里没有正文。");
            var styles = Styles(document.MainDocumentPart.StyleDefinitionsPart?.Styles);
            var blocks = new List<SourceBlock>();
            foreach (var element in Flat(body))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (element is Table table)
                {
                    blocks.Add(new TableBlock(Rows(table)));
                }
                else if (element is Paragraph paragraph && Text(paragraph) is { Length: > 0 } text)
                {
                    blocks.Add(Block(paragraph, text, styles));
                }
            }

            var pictures = body.Descendants<Drawing>().Count() + body.Descendants<Picture>().Count();
            return new SourceText(null, blocks, pictures == 0 ? [] : [$"有 {pictures} 张图片或文本框没有带进来，里面如果有文字，请自己补上。"]);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or IOException)
        {
            throw new ImportException("打不开这个 Word 文件，可能已经损坏。请用 Word 打开后另存为 .docx 再导入。", e);
        }
    }

    /// <summary>Paragraphs and tables in order, also those inside content controls.</summary>
    private static IEnumerable<OpenXmlElement> Flat(OpenXmlElement parent) => parent.ChildElements.SelectMany(child =>
        child is SdtBlock { SdtContentBlock: { } content } ? Flat(content) : [child]);

    private static TextBlock Block(Paragraph paragraph, string text, Dictionary<string, string> styles)
    {
        var properties = paragraph.ParagraphProperties;
        var style = properties?.ParagraphStyleId?.Val?.Value is { } id ? styles.GetValueOrDefault(id, id).ToLowerInvariant() : "";
        var level = style == "title" ? 1
            : style.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(style.AsSpan(8), out var named) ? named
            : properties?.OutlineLevel?.Val?.Value is { } outline and < 9 ? outline + 1
            : 0;
        return new TextBlock(text, level, Item: level == 0 && properties?.NumberingProperties is not null);
    }

    private static Dictionary<string, string> Styles(Styles? styles) => styles is null ? []
        : styles.Elements<Style>().Where(style => style.StyleId?.Value is not null && style.StyleName?.Val?.Value is not null)
            .GroupBy(style => style.StyleId!.Value!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().StyleName!.Val!.Value!, StringComparer.Ordinal);

    private static List<IReadOnlyList<string?>> Rows(Table table)
    {
        var rows = table.Elements<TableRow>().Select(row => row.Elements<TableCell>().SelectMany(Cells).ToList()).Where(row => row.Count > 0).ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        return [.. rows.Select(row => row.Concat(Enumerable.Repeat<string?>("", width - row.Count)).ToList())];
    }

    /// <summary>A cell over several columns stands in each of them; one over several rows only in the first.</summary>
    private static IEnumerable<string?> Cells(TableCell cell)
    {
        var merge = cell.TableCellProperties?.VerticalMerge;
        var text = merge is not null && merge.Val?.Value != MergedCellValues.Restart
            ? null
            : string.Join('\n', cell.Descendants<Paragraph>().Select(Text).Where(line => line.Length > 0));
        return Enumerable.Repeat(text, Math.Max(1, cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1));
    }

    private static string Text(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(element => element switch
    {
        WordText text => text.Text,
        TabChar => " ",
        Break => "\n",
        NoBreakHyphen => "-",
        _ => "",
    })).Trim();
}
