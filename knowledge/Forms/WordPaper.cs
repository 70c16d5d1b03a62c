using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Knowledge.Forms;

/// <summary>Writes papers as a Word document on A4: each form on a page of its own, then the checklist.</summary>
public static class WordPaper
{
    // Twentieths of a point, as Word counts: A4 with margins of 16 mm.
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int Margin = 900;

    // Half points.
    private const string TitleSize = "32";
    private const string HeadingSize = "26";
    private const string SmallSize = "18";

    public static byte[] Write(Paperwork papers)
    {
        ArgumentNullException.ThrowIfNull(papers);
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            AddStyle(main);
            var body = new Body();
            foreach (var sheet in papers.Sheets)
            {
                Write(body, sheet);
            }

            Write(body, papers.Checklist, onNewPage: papers.Sheets.Count > 0);
            body.Append(new SectionProperties(
                new PageSize { Width = PageWidth, Height = PageHeight },
                new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 500, Footer = 500, Gutter = 0 }));
            main.Document = new Document(body);
        }

        return file.ToArray();
    }

    private static void AddStyle(MainDocumentPart main) =>
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "宋体" },
                new FontSize { Val = "22" },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { Before = "20", After = "20", Line = "252", LineRule = LineSpacingRuleValues.Auto }))));

    private static void Write(Body body, FormSheet sheet)
    {
        body.Append(WordText.Paragraph(sheet.Title, TitleSize, bold: true, centred: true, onNewPage: body.HasChildren));
        body.Append(WordTable.Of(sheet, PageWidth - (2 * Margin)));
        body.Append(WordText.Paragraph(FormWords.Remarks, SmallSize));
        body.Append(sheet.Remarks.Select(remark => WordText.Paragraph(remark, SmallSize)));
    }

    private static void Write(Body body, Checklist list, bool onNewPage)
    {
        body.Append(WordText.Paragraph(list.Title, TitleSize, bold: true, centred: true, onNewPage: onNewPage));
        body.Append(WordText.Paragraph(list.Warning, bold: true));
        body.Append(list.Lead.Select(line => WordText.Paragraph(line)));
        foreach (var part in list.Parts)
        {
            body.Append(WordText.Paragraph(part.Title, HeadingSize, bold: true, withNext: true));
            foreach (var item in part.Items)
            {
                body.Append(WordText.Paragraph((item.Box ? FormWords.Empty + " " : string.Empty) + item.Text));
                body.Append(item.Details.Select(line => WordText.Paragraph(line)));
                body.Append((item.Cite is { } cite ? [cite] : Array.Empty<string>()).Select(line => WordText.Paragraph(line, SmallSize)));
            }
        }

        body.Append(list.Sources.Select(line => WordText.Paragraph(line, SmallSize)));
    }
}
